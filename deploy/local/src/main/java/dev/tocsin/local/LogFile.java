package dev.tocsin.local;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a child's output goes: a file that begins anew at each start, keeps one predecessor ({@code .1}) and never grows
 * past a cap, so a chatty child cannot fill the disk; with the last lines in memory, to show why a child fell.
 */
final class LogFile {
    static final long CAP_BYTES = 20_000_000;
    private static final int REMEMBERED = 40;

    private final Path file;
    private final long cap;
    private final Consumer<String> echo;
    private final Deque<String> last = new ArrayDeque<>();
    private Writer writer;
    private long written;
    private boolean failed;

    private LogFile(Path file, long cap, Consumer<String> echo) {
        this.file = file;
        this.cap = cap;
        this.echo = echo;
    }

    /** @param echo also gets each line, for {@code --logs} */
    static LogFile open(Path file, long capBytes, Consumer<String> echo) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var log = new LogFile(file, capBytes, echo);
        log.beginAnew();
        return log;
    }

    synchronized void write(String line) {
        if (last.size() == REMEMBERED) last.removeFirst();
        last.addLast(line);
        echo.accept(line);
        try {
            if (written > cap) beginAnew();
            writer.write(line);
            writer.write('\n');
            writer.flush();
            written += line.length() + 1L;
            failed = false;
        } catch (IOException e) {
            // A full disk must not stop the child, which would wait for somebody to read its output.
            if (!failed) echo.accept("cannot write " + file + ": " + e.getMessage());
            failed = true;
        }
    }

    synchronized List<String> lastLines(int n) {
        return last.stream().skip(Math.max(0, last.size() - n)).toList();
    }

    synchronized boolean contains(String text) {
        return last.stream().anyMatch(line -> line.contains(text));
    }

    private void beginAnew() throws IOException {
        if (writer != null) writer.close();
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        written = 0;
    }
}
