package dev.tocsin.monitor.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The one directory that plugins are run from. What leads out of it is not in it. */
final class PluginDirectory {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST = 1000;

    private final Path directory;

    PluginDirectory(Path directory) {
        this.directory = directory;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The file to run. @throws IOException with why it is not to be run */
    Path find(String name) throws IOException {
        if (!isName(name)) throw new IOException("is no name of a plugin");
        var home = directory.toRealPath();
        var file = home.resolve(name);
        if (!Files.exists(file)) throw new IOException("is not in " + directory);
        var real = file.toRealPath();
        if (!real.startsWith(home)) throw new IOException("leads out of " + directory);
        if (!Files.isRegularFile(real) || !Files.isExecutable(real)) throw new IOException("cannot be executed");
        return real;
    }

    /** The names of all that can be run. */
    List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(this::runs)
                    .sorted()
                    .limit(MOST)
                    .toList();
        }
    }

    private boolean runs(String name) {
        try {
            return find(name) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
