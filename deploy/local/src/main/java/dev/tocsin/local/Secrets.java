package dev.tocsin.local;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * What nobody else may know, made once and kept in one file that only its owner can read. The keys are the names of the
 * environment variables the services read, so the file explains itself.
 */
final class Secrets {
    /** The password of the first sign-in; gone once it has been used. */
    static final String FIRST_PASSWORD = "TOCSIN_BOOTSTRAP_PASSWORD";

    /** Without 0, O, 1, l and I: it is read from a screen and typed. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties values;

    private Secrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    static Secrets in(Path file) throws IOException {
        var values = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        return new Secrets(file, values);
    }

    /** A password of 24 letters and digits, about 139 bits. */
    String password(String key) throws IOException {
        return keep(
                key,
                RANDOM.ints(24, 0, LETTERS.length())
                        .collect(StringBuilder::new, (s, i) -> s.append(LETTERS.charAt(i)), StringBuilder::append)
                        .toString());
    }

    /** Random bytes as lower-case hex after a prefix. */
    String hex(String key, String prefix, int bytes) throws IOException {
        return keep(key, prefix + HexFormat.of().formatHex(random(bytes)));
    }

    /** Random bytes as base64 after a prefix. */
    String base64(String key, String prefix, int bytes) throws IOException {
        return keep(key, prefix + Base64.getEncoder().encodeToString(random(bytes)));
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    void forget(String key) throws IOException {
        if (values.remove(key) != null) save();
    }

    Path file() {
        return file;
    }

    private String keep(String key, String fresh) throws IOException {
        var known = values.getProperty(key);
        if (known != null) return known;
        values.setProperty(key, fresh);
        save();
        return fresh;
    }

    /** Whole or not at all: a torn file would lock us out of our own database. */
    private void save() throws IOException {
        var text = new StringWriter();
        text.append("# Secrets of this data directory. Keep them to yourself.\n");
        values.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> text.append(key)
                        .append('=')
                        .append(values.getProperty(key))
                        .append('\n'));
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
