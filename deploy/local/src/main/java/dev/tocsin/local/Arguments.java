package dev.tocsin.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** What was asked for on the command line. */
sealed interface Arguments {
    String USAGE = """
            ./tocsin up [options]   starts everything on this machine; Ctrl-C stops it
              --port N        the dashboard's port, from which the others follow (8080)
              --data DIR      where everything is kept between runs (.tocsin in this directory)
              --fresh         begins anew: deletes what is kept, after asking (--yes: without)
              --demo          brings sample teams, checks, incidents and postmortems
              --with-twilio   sends real texts; reads TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM
                              and TOCSIN_ONCALL_PUBLIC_URL from the environment
              --logs          shows the logs of all services here too
            """;

    /** Start. */
    record Up(Ports ports, Path data, boolean fresh, boolean yes, boolean demo, boolean twilio, boolean logs)
            implements Arguments {}

    /** Show the usage. */
    record Help() implements Arguments {}

    /** One sentence on what is wrong with them. */
    record Wrong(String sentence) implements Arguments {}

    /** @param home relative paths and the default data directory are found from here */
    static Arguments parse(List<String> words, Path home) {
        var left = new ArrayDeque<>(words);
        if (!Optional.ofNullable(left.poll()).equals(Optional.of("up"))) return new Help();
        var up = new Up(new Ports(8080), home.resolve(".tocsin"), false, false, false, false, false);
        while (!left.isEmpty()) {
            var word = left.poll();
            switch (word) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--port" -> {
                    var port = port(left.poll());
                    if (port.isEmpty()) {
                        return new Wrong("--port wants a number from 1024 to %d.".formatted(highestBase()));
                    }
                    up = new Up(port.get(), up.data, up.fresh, up.yes, up.demo, up.twilio, up.logs);
                }
                case "--data" -> {
                    var directory = Optional.ofNullable(left.poll()).filter(d -> !d.startsWith("--"));
                    if (directory.isEmpty()) return new Wrong("--data wants a directory.");
                    var data = home.resolve(directory.get()).normalize();
                    up = new Up(up.ports, data, up.fresh, up.yes, up.demo, up.twilio, up.logs);
                }
                case "--fresh" -> up = new Up(up.ports, up.data, true, up.yes, up.demo, up.twilio, up.logs);
                case "--yes" -> up = new Up(up.ports, up.data, up.fresh, true, up.demo, up.twilio, up.logs);
                case "--demo" -> up = new Up(up.ports, up.data, up.fresh, up.yes, true, up.twilio, up.logs);
                case "--with-twilio" -> up = new Up(up.ports, up.data, up.fresh, up.yes, up.demo, true, up.logs);
                case "--logs" -> up = new Up(up.ports, up.data, up.fresh, up.yes, up.demo, up.twilio, true);
                default -> {
                    return new Wrong("./tocsin up does not know %s; ./tocsin help lists what it does.".formatted(word));
                }
            }
        }
        return up.demo && up.twilio
                ? new Wrong("--demo has invented phone numbers, so it does not go with --with-twilio.")
                : up;
    }

    private static Optional<Ports> port(String word) {
        if (word == null || !word.matches("\\d{4,5}")) return Optional.empty();
        return Optional.of(Integer.parseInt(word))
                .filter(p -> p >= 1024 && p <= highestBase())
                .map(Ports::new);
    }

    private static int highestBase() {
        return 65535 - Ports.SPAN;
    }
}
