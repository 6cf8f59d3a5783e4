package dev.tocsin.oncall.paging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.Courier.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The carrier played by a small HTTP server: what goes on the wire, how often, and what each answer means. */
class TwilioCourierTest {
    private static final UUID ATTEMPT = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final Courier.Outgoing TEXT =
            new Courier.Outgoing.Text(ATTEMPT, "+15550100001", "checkout: a & b €");

    private record Seen(String method, String path, String authorization, String body) {}

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private HttpServer carrier;
    private volatile int status = 201;
    private volatile String answer = """
            {"sid":"SM00000000000000000000000000000001","status":"queued","to":"+15550100001","from":"+15005550006",
             "body":"x","num_segments":"1","num_media":"0","direction":"outbound-api","date_created":"Sun, 22 Nov 2026 02:11:54 +0000",
             "error_code":null,"error_message":null,"price":null,"price_unit":"USD","api_version":"2010-04-01",
             "account_sid":"AC00000000000000000000000000000001","uri":"/2010-04-01/x.json","subresource_uris":{"media":"/m"},"unknown_field":1}""";

    @BeforeEach
    void aCarrier() throws IOException {
        carrier = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        carrier.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        carrier.createContext("/", this::answer);
        carrier.start();
    }

    @AfterEach
    void noCarrier() {
        carrier.stop(0);
    }

    @Test
    void aTextIsOneRequestWithACallbackThatNamesTheAttempt() {
        var delivery = courier().send(TEXT);

        assertThat(delivery).isEqualTo(new Delivery.Accepted("SM00000000000000000000000000000001", "queued"));
        assertThat(seen).hasSize(1);
        var request = seen.getFirst();
        assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json");
        assertThat(request.authorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        "AC00000000000000000000000000000001:token".getBytes(StandardCharsets.UTF_8)));
        assertThat(request.body())
                .contains("To=%2B15550100001", "From=%2B15005550006", "Body=checkout%3A+a+%26+b+%E2%82%AC")
                .contains("StatusCallback=https%3A%2F%2Foncall.example.com%2Ftwilio%2Fsms%2Fstatus%3Fattempt%3D"
                        + ATTEMPT);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, ContactRefused",
        "400, 21610, ContactRefused",
        "401, 20003, AccountRefused",
        "400, 21606, AccountRefused",
        "429, 20429, Throttled",
        "500, 20500, Ambiguous",
        "503, 0, Ambiguous"
    })
    void everyRefusalIsOneRequestAndIsUnderstood(int code, int twilioCode, String outcome) {
        status = code;
        answer = "{\"code\":%d,\"message\":\"no\",\"more_info\":\"https://…\",\"status\":%d}"
                .formatted(twilioCode, code);

        var delivery = courier().send(TEXT);

        assertThat(delivery.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(seen).hasSize(1);
    }

    @Test
    void anOptOutIsTold() {
        status = 400;
        answer = "{\"code\":21610,\"message\":\"unsubscribed\",\"status\":400}";

        assertThat(courier().send(TEXT)).isEqualTo(new Delivery.ContactRefused("21610", "unsubscribed"));
    }

    @Test
    void anErrorPageThatIsNotJsonIsStillOneRequestAndNoAnswer() {
        status = 502;
        answer = "<html>bad gateway</html>";

        assertThat(courier().send(TEXT)).isInstanceOf(Delivery.Ambiguous.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aSuccessThatCannotBeReadIsNotSentAgain() {
        answer = "<html>";

        assertThat(courier().send(TEXT)).isInstanceOf(Delivery.Ambiguous.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aConnectionCutAfterTheRequestIsAmbiguousAndOneRequest() throws Exception {
        var connections = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> cutEach(socket, connections));

            var delivery = courier("http://localhost:" + socket.getLocalPort()).send(TEXT);

            assertThat(delivery).isInstanceOf(Delivery.Ambiguous.class);
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void aCarrierThatIsNotThereGotNothing() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(courier("http://localhost:" + port).send(TEXT)).isInstanceOf(Delivery.NotSent.class);
        assertThat(courier("http://no-such-host.invalid").send(TEXT)).isInstanceOf(Delivery.NotSent.class);
    }

    @Test
    void anEarlierTextIsFoundByItsBody() {
        status = 200;
        answer = """
                {"messages":[{"sid":"SM1","body":"other","status":"sent"},{"sid":"SM2","body":"the one","status":"delivered"}],
                 "page":0,"page_size":50,"first_page_uri":"/x","next_page_uri":null,"previous_page_uri":null,"uri":"/x","start":0,"end":1}""";
        var since = Instant.parse("2026-11-22T02:11:54Z");

        assertThat(courier().trace("+15550100001", since, Secrets.hash("the one")))
                .isEqualTo(new Trace.Found("SM2", "delivered"));
        assertThat(courier().trace("+15550100001", since, Secrets.hash("never sent")))
                .isEqualTo(new Trace.Nothing());
        status = 503;
        assertThat(courier().trace("+15550100001", since, "x")).isInstanceOf(Trace.Unanswered.class);
        assertThat(seen).hasSize(3);
        assertThat(seen.getFirst().path()).contains("To=%2B15550100001").contains("DateSent");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void cutEach(ServerSocket socket, AtomicInteger connections) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connections.incrementAndGet();
                if (connection.getInputStream().read(new byte[8192]) < 0) return;
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private TwilioCourier courier() {
        return courier("http://localhost:" + carrier.getAddress().getPort());
    }

    private static TwilioCourier courier(String url) {
        return new TwilioCourier(
                new TwilioConfig() {
                    @Override
                    public Optional<String> accountSid() {
                        return Optional.of("AC00000000000000000000000000000001");
                    }

                    @Override
                    public Optional<String> authToken() {
                        return Optional.of("token");
                    }

                    @Override
                    public Optional<String> otherAuthToken() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> from() {
                        return Optional.of("+15005550006");
                    }

                    @Override
                    public OptionalDouble segmentsPerSecond() {
                        return OptionalDouble.empty();
                    }

                    @Override
                    public String apiUrl() {
                        return url;
                    }

                    @Override
                    public String callbackUrl() {
                        return "https://oncall.example.com";
                    }
                },
                new ObjectMapper());
    }
}
