package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tocsin.monitor.ScriptedServer.answering;
import static dev.tocsin.monitor.ScriptedServer.send;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

/** What is watched is not trusted: whatever it does costs one timeout, one MiB, and a clear reason. */
class HostileTargetsTest {
    private static final Duration TIMEOUT = ofMillis(700);

    /** Far above the timeout, for a busy machine; far below the hundred seconds that the slowest target here takes. */
    private static final Duration LATEST = Duration.ofSeconds(20);

    private final Probes probes = Probes.over(
            NetworkKinds.over(new Dialer(new SystemResolver(), new AddressPolicy(List.of(Cidr.parse("127.0.0.1"))))));

    @Test
    void oneThatNeverAnswersCostsOneTimeout() {
        try (var server = new ScriptedServer((socket, head) -> waitForTheClientToLeave(socket))) {
            assertThat(timed(server).reason())
                    .isEqualTo("no complete answer within 0.7 s, still waiting for the first byte");
        }
    }

    @Test
    void oneThatDripsAByteAtATimeDoesNotStretchTheDeadline() {
        try (var server = new ScriptedServer((socket, head) -> {
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            for (var i = 0; i < 1000; i++) {
                send(socket, "x");
                Thread.sleep(100); // one byte each 100 ms, far below any read timeout
            }
        })) {
            assertThat(timed(server).reason()).endsWith("still reading the answer");
        }
    }

    @Test
    void slowHeadersAndThenASlowBodyShareOneDeadline() {
        try (var server = new ScriptedServer((socket, head) -> {
            Thread.sleep(500);
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
            Thread.sleep(500);
            send(socket, "ok");
        })) {
            assertThat(timed(server).outcome()).isEqualTo(Outcome.DOWN);
        }
    }

    @Test
    void aRedirectDoesNotStartTheDeadlineAnew() {
        try (var server = new ScriptedServer((socket, head) -> {
            Thread.sleep(300);
            send(socket, "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThat(timed(server).reason()).startsWith("no complete answer within 0.7 s");
        }
    }

    @Test
    void fourHundredMebibytesAreNotRead() {
        try (var server = new ScriptedServer((socket, head) -> {
            var mebibyte = "x".repeat(1024 * 1024);
            send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + 400L * 1024 * 1024 + "\r\n\r\n");
            for (var i = 0; i < 400; i++) send(socket, mebibyte);
        })) {
            var before = used();
            var result = probes.probe(target(server, null), Duration.ofSeconds(10));
            assertThat(result.outcome()).isEqualTo(Outcome.UP);
            assertThat(used() - before).isLessThan(64L * 1024 * 1024);
            assertThat(probes.probe(target(server, "y"), Duration.ofSeconds(10)).reason())
                    .isEqualTo("the body does not contain the wanted text in its first MiB");
        }
    }

    @Test
    void headersWithoutEndAreRefused() {
        try (var server = new ScriptedServer((socket, head) -> {
            send(socket, "HTTP/1.1 200 OK\r\n");
            for (var i = 0; ; i++) send(socket, "X-" + i + ": " + "y".repeat(1000) + "\r\n");
        })) {
            assertThat(probes.probe(target(server, null), LATEST).reason())
                    .isEqualTo("the answer's headers are longer than 64 KiB");
        }
    }

    @Test
    void oneHeaderLineWithoutEndIsRefused() {
        try (var server = new ScriptedServer((socket, head) -> {
            send(socket, "HTTP/1.1 200 OK\r\nX: ");
            while (true) send(socket, "y".repeat(10_000));
        })) {
            assertThat(probes.probe(target(server, null), LATEST).reason())
                    .isEqualTo("the answer's headers are longer than 64 KiB");
        }
    }

    @Test
    void aBodyThatEndsEarlyIsDown() {
        try (var server = answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")) {
            assertThat(probes.probe(target(server, null), LATEST).reason())
                    .isEqualTo("the connection closed 6 bytes early");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 99 Low\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"
            })
    void nonsenseIsDownWithAReason(String answer) {
        try (var server = answering(answer)) {
            var result = timed(server);
            assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(result.reason()).isNotBlank().doesNotContain("Exception");
        }
    }

    private ProbeResult timed(ScriptedServer server) {
        var started = System.nanoTime();
        var result = probes.probe(target(server, null), TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LATEST);
        return result;
    }

    private static HttpTarget target(ScriptedServer server, String text) {
        return new HttpTarget(server.url("/"), null, null, null, "200", null, Optional.ofNullable(text));
    }

    private static void waitForTheClientToLeave(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) continue;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
