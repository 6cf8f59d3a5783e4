package dev.tocsin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;

import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code up.json}: there as long as everything runs, so that a program can wait for it and find the way. */
final class UpFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    UpFile(Path data) {
        this.file = data.resolve("up.json");
    }

    /** @param secrets where the passwords and tokens are; they are not repeated here */
    void write(Urls urls, Path secrets) throws IOException {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("dashboard", urls.dashboard().toString());
        addresses.put("monitor", urls.monitor().toString());
        addresses.put("oncall", urls.oncall().toString());
        addresses.put("postmortem", urls.postmortem().toString());
        urls.phones().ifPresent(phones -> addresses.put("phones", phones.toString()));
        var content = new LinkedHashMap<String, Object>();
        content.put("pid", ProcessHandle.current().pid());
        content.put("urls", addresses);
        content.put("secrets", secrets.toString());
        var next = file.resolveSibling("up.json.next");
        Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
