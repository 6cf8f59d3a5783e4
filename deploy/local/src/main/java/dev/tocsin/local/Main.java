package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The entry that the script {@code tocsin} calls. Exit codes: 1 could not go on, 2 did not understand. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var terminal = new Terminal(System.out, System.err);
        var home = Path.of(System.getProperty("tocsin.home", "")).toAbsolutePath();
        switch (Arguments.parse(List.of(args), home)) {
            case Arguments.Help _ -> terminal.say(Arguments.USAGE.strip());
            case Arguments.Wrong(var sentence) -> {
                terminal.refuse(new Refusal(sentence));
                System.exit(2);
            }
            case Arguments.Up up -> System.exit(up(new Up(up, home, terminal), terminal));
        }
    }

    private static int up(Up up, Terminal terminal) {
        // Ctrl-C and kill run this; the main thread stays, as the children's leash hangs on it.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(up::stop));
        try {
            up.run();
            return 0;
        } catch (Refusal refusal) {
            up.stop();
            terminal.refuse(refusal);
            return 1;
        } catch (IOException e) {
            up.stop();
            terminal.refuse(new Refusal("Cannot go on: %s.".formatted(e.getMessage() == null ? e : e.getMessage())));
            return 1;
        }
    }
}
