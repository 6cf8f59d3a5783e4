package dev.tocsin.oncall.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import dev.tocsin.oncall.PostgresForTests;

/** The database behind a line that a test can cut. */
public class CutDatabase extends PostgresForTests {
    private static final Pattern PORT = Pattern.compile("(localhost|127\\.0\\.0\\.1):(\\d+)");
    private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();
    private static volatile boolean cut;

    private ServerSocket door;

    /** Ends every connection, and each new one at once. */
    static void cut() {
        cut = true;
        OPEN.forEach(CutDatabase::close);
    }

    static void mend() {
        cut = false;
    }

    @Override
    public Map<String, String> start() {
        var config = new HashMap<>(super.start());
        var url = config.get("quarkus.datasource.jdbc.url");
        var port = PORT.matcher(url);
        if (!port.find()) throw new IllegalStateException("no port in " + url);
        int behind = Integer.parseInt(port.group(2));
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(() -> accept(behind));
        config.put("quarkus.datasource.jdbc.url", port.replaceFirst("$1:" + door.getLocalPort()));
        return config;
    }

    @Override
    public void stop() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        super.stop();
    }

    private void accept(int behind) {
        try {
            while (true) {
                var near = door.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                var far = new Socket(InetAddress.getLoopbackAddress(), behind);
                OPEN.add(near);
                OPEN.add(far);
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> copy(far, near));
            }
        } catch (IOException closed) {
            OPEN.forEach(CutDatabase::close);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException ended) {
            // One side is gone, so the other goes too.
        } finally {
            close(from);
            close(to);
            OPEN.remove(from);
            OPEN.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
