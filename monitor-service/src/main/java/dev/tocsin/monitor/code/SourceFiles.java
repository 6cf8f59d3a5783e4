package dev.tocsin.monitor.code;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tocsin.monitor.code.CheckFiles.Text;

/**
 * Reads the file, or the files of the directory, anew each time: how they got there does not matter, so an editor's
 * rename works as well as the swap of a symbolic link with which Kubernetes changes a ConfigMap.
 */
final class SourceFiles {
    private static final int MOST_FILES = 200;

    private SourceFiles() {}

    /** A file that cannot be read; the message is for people. */
    static final class Unreadable extends Exception {
        private final String file;

        Unreadable(String file, String message) {
            super(message);
            this.file = file;
        }

        FileFault fault() {
            return FileFault.at(file, Place.START, "", getMessage());
        }
    }

    static List<Text> read(Path source) throws Unreadable {
        if (!Files.isDirectory(source)) return List.of(one(source));
        try (var files = Files.list(source)) {
            var some = files.filter(SourceFiles::isOurs)
                    .sorted()
                    .limit(MOST_FILES + 1)
                    .toList();
            if (some.isEmpty()) throw new Unreadable(source.toString(), "holds no file *.yaml or *.yml");
            if (some.size() > MOST_FILES)
                throw new Unreadable(source.toString(), "holds more than %d files".formatted(MOST_FILES));
            var texts = new ArrayList<Text>();
            for (var file : some) texts.add(one(file));
            return texts;
        } catch (IOException _) {
            throw new Unreadable(source.toString(), "cannot be read");
        }
    }

    private static boolean isOurs(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static Text one(Path file) throws Unreadable {
        var name = file.getFileName().toString();
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(Yaml.MOST_CHARACTERS + 1);
            if (bytes.length > Yaml.MOST_CHARACTERS)
                throw new Unreadable(name, "is longer than %d bytes".formatted(Yaml.MOST_CHARACTERS));
            return new Text(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException _) {
            throw new Unreadable(name, "is not UTF-8");
        } catch (IOException _) {
            throw new Unreadable(name, "cannot be read");
        }
    }
}
