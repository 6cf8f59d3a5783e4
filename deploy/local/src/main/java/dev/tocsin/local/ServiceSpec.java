package dev.tocsin.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A service as it is to be started.
 *
 * @param health answers 200 when it is ready
 */
record ServiceSpec(String name, List<String> command, Map<String, String> environment, URI health) {
    /**
     * Small rather than large: one collector thread, compact object headers, a heap with a cap. An out-of-memory error ends the process, which is seen, instead of one thread, which is not.
     */
    private static final List<String> FLAGS = List.of(
            "-Xms16m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    /** The Java we run on ourselves, with a heap of at most {@code megabytes}. */
    static List<String> java(Path jar, int megabytes) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + megabytes + "m");
        command.addAll(FLAGS);
        command.add("-jar");
        command.add(jar.toString());
        return command;
    }
}
