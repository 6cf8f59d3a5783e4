package dev.tocsin.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.zip.GZIPOutputStream;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Targets that mean harm. Each goes on until the other end hangs up; a server above them bounds that in time. */
enum Hostile {
    /** A body without an end. */
    ENDLESS_BODY {
        @Override
        void answer(Socket socket) throws IOException {
            say(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            for (var block = new byte[BLOCK]; ; ) socket.getOutputStream().write(block);
        }
    },
    /** Headers without an end. */
    ENDLESS_HEADERS {
        @Override
        void answer(Socket socket) throws IOException {
            say(socket, "HTTP/1.1 200 OK\r\n");
            for (var line = ("X-Filler: " + "x".repeat(1000) + "\r\n").getBytes(US_ASCII); ; )
                socket.getOutputStream().write(line);
        }
    },
    /** A GiB of zeros as a MiB of gzip. */
    GZIP_BOMB {
        @Override
        void answer(Socket socket) throws IOException {
            var members = 1024;
            say(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted((long) members * ZIPPED_MIB.length));
            for (int i = 0; i < members; i++) socket.getOutputStream().write(ZIPPED_MIB);
        }
    },
    /** A byte a second of a body that is a hundred kB. */
    DRIPPING {
        @Override
        void answer(Socket socket) throws IOException, InterruptedException {
            say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nConnection: close\r\n\r\n");
            while (true) {
                socket.getOutputStream().write('x');
                Thread.sleep(1000);
            }
        }
    },
    /** Takes the connection and never says a word. */
    HALF_OPEN {
        @Override
        void answer(Socket socket) throws IOException {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    },
    /** A body of 400 MiB, announced as such. */
    HUGE_BODY {
        @Override
        void answer(Socket socket) throws IOException {
            int blocks = 400 * 1024 * 1024 / BLOCK;
            say(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted((long) blocks * BLOCK));
            var block = new byte[BLOCK];
            for (int i = 0; i < blocks; i++) socket.getOutputStream().write(block);
        }
    };

    private static final int BLOCK = 1 << 16;
    private static final byte[] ZIPPED_MIB = zippedMib();

    /** Answers a request that was read already, until the other end hangs up. */
    abstract void answer(Socket socket) throws IOException, InterruptedException;

    private static void say(Socket socket, String head) throws IOException {
        socket.getOutputStream().write(head.getBytes(US_ASCII));
    }

    private static byte[] zippedMib() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[1 << 20]);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
