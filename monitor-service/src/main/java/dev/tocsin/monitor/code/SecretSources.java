package dev.tocsin.monitor.code;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.tocsin.monitor.code.References.Missing;

/**
 * Reads what references stand for: variables of the environment, but never our own, and files in the directories that are
 * meant for secrets. A symbolic link counts as where it leads, so none leads out.
 */
final class SecretSources implements References.Source {
    static final int MOST_BYTES = 16 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern OURS = Pattern.compile("(?i)(TOCSIN|QUARKUS|MONITOR|SMALLRYE|TWILIO|JAVA|JDK)_.*");

    private final Map<String, String> environment;
    private final List<Path> directories;

    SecretSources(Map<String, String> environment, List<Path> directories) {
        this.environment = environment;
        this.directories = List.copyOf(directories);
    }

    @Override
    public String of(String scheme, String name) throws Missing {
        return scheme.equals("env") ? variable(name) : file(name);
    }

    private String variable(String name) throws Missing {
        if (!NAME.matcher(name).matches()) throw new Missing("\"%s\" is no name of a variable".formatted(cut(name)));
        if (OURS.matcher(name).matches())
            throw new Missing("the variable %s is ours and not for checks".formatted(name));
        var value = environment.get(name);
        if (value == null || value.isEmpty()) throw new Missing("the variable %s is not set".formatted(name));
        if (value.length() > MOST_BYTES) throw new Missing("the variable %s is too long".formatted(name));
        return value;
    }

    private String file(String name) throws Missing {
        try {
            var path = Path.of(name).toRealPath();
            if (!inside(path)) throw new Missing("%s is in none of the directories for secrets".formatted(cut(name)));
            if (!Files.isRegularFile(path)) throw new Missing("%s is no file".formatted(cut(name)));
            try (var in = Files.newInputStream(path)) {
                var bytes = in.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) throw new Missing("%s is too long".formatted(cut(name)));
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.replaceFirst("\\R\\z", "");
            }
        } catch (CharacterCodingException _) {
            throw new Missing("%s is no text".formatted(cut(name)));
        } catch (IOException | InvalidPathException _) {
            throw new Missing("%s cannot be read".formatted(cut(name)));
        }
    }

    private boolean inside(Path path) throws IOException {
        for (var directory : directories)
            if (Files.isDirectory(directory) && path.startsWith(directory.toRealPath())) return true;
        return false;
    }

    private static String cut(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }
}
