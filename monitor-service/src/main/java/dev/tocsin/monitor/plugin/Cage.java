package dev.tocsin.monitor.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in front of a plugin's own arguments, as far as this machine has it: a session of its own, so that all it
 * starts can be ended with it ({@code setsid}), and bounds on memory, processor time and core dumps ({@code prlimit}).
 * Both come with Debian's util-linux.
 */
final class Cage {
    private static final List<Path> BINS = List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"));

    private final List<String> session;
    private final List<String> limiter;
    private final long bytes;

    private Cage(List<String> session, List<String> limiter, long bytes) {
        this.session = session;
        this.limiter = limiter;
        this.bytes = bytes;
    }

    static Cage ofThisMachine(int mebibytes) {
        return new Cage(tool("setsid"), tool("prlimit"), mebibytes * 1024L * 1024);
    }

    /** The whole argument list. */
    List<String> around(Path plugin, List<String> arguments, Duration timeout) {
        var all = new ArrayList<>(session);
        if (boundsMemory()) {
            all.addAll(limiter);
            all.add("--as=" + bytes);
            all.add("--cpu=" + (timeout.toSeconds() + 2));
            all.add("--core=0");
        }
        all.add(plugin.toString());
        all.addAll(arguments);
        return all;
    }

    boolean boundsMemory() {
        return !limiter.isEmpty();
    }

    /** Whether what a plugin leaves behind can be ended although nobody knows it. */
    boolean endsSessions() {
        return !session.isEmpty();
    }

    private static List<String> tool(String name) {
        return BINS.stream()
                .map(bin -> bin.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(path -> List.of(path.toString()))
                .orElse(List.of());
    }
}
