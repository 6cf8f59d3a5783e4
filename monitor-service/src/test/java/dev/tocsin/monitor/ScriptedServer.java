package dev.tocsin.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that behaves exactly as badly as it is told to. One script serves every connection. */
public final class ScriptedServer implements AutoCloseable {
    /** What happens on a connection after the request's head was read. */
    public interface Script {
        void play(Socket socket, String head) throws Exception;
    }

    private final ServerSocket server;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    public ScriptedServer(Script script) {
        this(plain(), script);
    }

    public ScriptedServer(ServerSocket server, Script script) {
        this.server = server;
        Thread.ofVirtual().start(() -> accept(script));
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every request with these bytes and closes. */
    public static ScriptedServer answering(String answer) {
        return new ScriptedServer((socket, head) -> send(socket, answer));
    }

    public static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Request line and headers of every request so far. */
    public List<String> heads() {
        return heads;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Script script) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket, script));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket, Script script) {
        try (socket) {
            var head = head(socket);
            heads.add(head);
            script.play(socket, head);
        } catch (SocketException | javax.net.ssl.SSLException e) {
            return; // the client went away, as clients do
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Byte by byte, so that the body stays for the script. */
    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        for (var b = socket.getInputStream().read();
                b >= 0;
                b = socket.getInputStream().read()) {
            if (b != '\r') head.append((char) b);
            if (head.toString().endsWith("\n\n")) break;
        }
        return head.toString();
    }
}
