package dev.tocsin.monitor.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A directory as Kubernetes mounts a ConfigMap: the files are links through {@code ..data}, which is swapped. */
public class ChecksFileForTests implements QuarkusTestResourceLifecycleManager {
    private static Path directory;
    private static int count;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("checks");
            Files.createDirectory(directory.resolve("secrets"));
            Files.writeString(directory.resolve("secrets/key"), "0123456789abcdef0123456789abcdef\n");
            mount("checks: []\n");
            Files.createSymbolicLink(directory.resolve("checks.yaml"), Path.of("..data/checks.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "monitor.code.source", directory.resolve("checks.yaml").toString(),
                "monitor.code.secrets", directory.resolve("secrets").toString());
    }

    @Override
    public void stop() {
        // the directory of temporary files is the system's to clean
    }

    static Path secret() {
        return directory.resolve("secrets/key");
    }

    /** Swaps the content in one step. */
    static void mount(String content) {
        try {
            var next = Files.createDirectory(directory.resolve("..v" + count++));
            Files.writeString(next.resolve("checks.yaml"), content);
            var link = directory.resolve("..data_tmp");
            Files.createSymbolicLink(link, next.getFileName());
            Files.move(
                    link,
                    directory.resolve("..data"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
