package dev.tocsin.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What is probed: very many targets on a few ports of this machine, each a path, one request a connection. A probe has
 * arrived when its request was read; that is noted before it is answered.
 */
final class Target implements AutoCloseable {
    /** One port alone would run out of the other end's ports, of which there are 28,000. */
    private static final int PORTS = 4;

    private static final int BACKLOG = 4096;
    private static final int LONGEST = 8192;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final byte[] WELL = answer("200 OK", "all is ok\n");
    private static final byte[] BROKEN = answer("503 Service Unavailable", "out of order\n");

    private record Broken(int from, int to) {
        boolean has(int number) {
            return number >= from && number < to;
        }
    }

    private final Arrivals arrivals = new Arrivals();
    private final String scheme;
    private final List<ServerSocket> sockets = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Broken broken = new Broken(0, 0);

    private Target(String scheme, ServerSocketFactory factory) throws IOException {
        this.scheme = scheme;
        for (int i = 0; i < PORTS; i++) {
            var socket = factory.createServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            sockets.add(socket);
            Thread.ofPlatform().daemon().name("target").start(() -> accept(socket));
        }
    }

    static Target http() throws IOException {
        return new Target("http", ServerSocketFactory.getDefault());
    }

    static Target https(SSLContext tls) throws IOException {
        return new Target("https", tls.getServerSocketFactory());
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** A target that is well unless it is among the broken. */
    String url(int number) {
        return "%s/t/%d".formatted(base(number), number);
    }

    String url(Hostile hostile, int number) {
        return "%s/h/%d/%s".formatted(base(number), number, hostile);
    }

    /** From now on these answer 503, and no others. */
    void breaks(int first, int count) {
        broken = new Broken(first, first + count);
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) socket.close();
        threads.shutdownNow();
    }

    /** The wall clock, since the epoch. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private String base(int number) {
        return "%s://127.0.0.1:%d".formatted(scheme, sockets.get(number % PORTS).getLocalPort());
    }

    private void accept(ServerSocket server) {
        while (true) {
            try {
                var socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                if (server.isClosed()) return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var path = path(socket);
            if (path.length < 3) return;
            int number = Integer.parseInt(path[2]);
            arrivals.add(number, micros());
            if (path.length > 3) Hostile.valueOf(path[3]).answer(socket);
            else socket.getOutputStream().write(broken.has(number) ? BROKEN : WELL);
        } catch (IOException _) {
            return; // the other end hung up, as is its right
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its parts: "", "t", "17". Empty where no request came. */
    private static String[] path(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var buffer = new byte[LONGEST];
        int length = 0;
        while (length < LONGEST) {
            int read = in.read(buffer, length, LONGEST - length);
            if (read < 0) return new String[0];
            length += read;
            var text = new String(buffer, 0, length, US_ASCII);
            if (text.endsWith("\r\n\r\n")) return text.split(" ", 3)[1].split("/");
        }
        return new String[0];
    }

    private static byte[] answer(String status, String body) {
        return "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.length(), body)
                .getBytes(US_ASCII);
    }
}
