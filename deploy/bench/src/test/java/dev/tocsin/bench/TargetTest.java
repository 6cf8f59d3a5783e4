package dev.tocsin.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTest {
    private static final int MORE_THAN_ANY_HEAD = 100_000;

    private Target target;

    @BeforeEach
    void open() throws IOException {
        target = Target.http();
    }

    @AfterEach
    void close() throws IOException {
        target.close();
    }

    @Test
    void whatIsAskedIsCountedBeforeItIsAnswered() throws Exception {
        var answer = get(target.url(17));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("ok");
        assertThat(target.arrivals().firsts(0, 17, 1).different()).isEqualTo(1);
    }

    @Test
    void theBrokenAreThoseThatWereNamed() throws Exception {
        target.breaks(5, 2);
        assertThat(get(target.url(4)).statusCode()).isEqualTo(200);
        assertThat(get(target.url(5)).statusCode()).isEqualTo(503);
        assertThat(get(target.url(6)).body()).doesNotContain("ok");
        assertThat(get(target.url(7)).statusCode()).isEqualTo(200);

        target.breaks(0, 0);
        assertThat(get(target.url(5)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS_BODY", "ENDLESS_HEADERS", "GZIP_BOMB", "HUGE_BODY"})
    void theHostileGoOn(Hostile hostile) throws IOException {
        try (var socket = asked(hostile)) {
            var read = socket.getInputStream().readNBytes(MORE_THAN_ANY_HEAD);

            assertThat(read).hasSize(MORE_THAN_ANY_HEAD);
            assertThat(new String(read, 0, 15, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void theSilentTakeARequestAndSayNothing() throws Exception {
        try (var socket = asked(Hostile.HALF_OPEN)) {
            assertThat(Observatory.await(() -> target.arrivals().mark() == 1, Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(socket.getInputStream().available()).isZero();
        }
    }

    private Socket asked(Hostile hostile) throws IOException {
        var url = URI.create(target.url(hostile, 3));
        var socket = new Socket(url.getHost(), url.getPort());
        socket.getOutputStream()
                .write(("GET " + url.getPath() + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
