package dev.tocsin.oncall.paging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Crew;
import dev.tocsin.oncall.MailForTests;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.Raised;
import dev.tocsin.oncall.notice.WebhookSignature;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Pages by mail over a real SMTP server, and by webhook over a real HTTP server. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@WithTestResource(MailForTests.class)
class MailAndWebhookTest {
    private static final Pattern CODE = Pattern.compile("code is (\\d{6})");

    private record Seen(Map<String, List<String>> headers, String body) {}

    @Inject
    Crews crews;

    @Inject
    Callers callers;

    @Inject
    Raised raised;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer hook;
    private Crew crew;

    @BeforeEach
    void aCrewAndAServer() throws IOException {
        callers.exist();
        crew = crews.crew();
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", this::answer);
        hook.start();
    }

    @AfterEach
    void noServer() {
        hook.stop(0);
    }

    @Test
    void aMailAddressIsProvenByTheCodeInAMailAndThenGetsThePage() throws Exception {
        var address = "asha-" + crew.asha().id() + "@example.com";
        var method = add("email", address);
        post(method + "/verification");
        Await.until("a mail", () -> mails(address).size() == 1);
        var code = CODE.matcher(mails(address).getFirst());
        assertThat(code.find()).isTrue();
        callers.as(crew.asha().id())
                .body("{\"code\": \"%s\"}".formatted(code.group(1)))
                .post(method + "/verification/confirm")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true));
        onlyBy("EMAIL");

        raised.by(crew, "checkout is down");

        Await.until("the page", () -> mails(address).size() == 2);
        assertThat(mails(address).get(1)).contains("checkout is down", "https://tocsin.example.com/a/");
    }

    @Test
    void aWebhookGetsASignedDocumentAndItsAnswerIsTheReceipt() {
        var method = webhook();
        var secret =
                (String) crews.ask("select secret from contact_method where kind = 'WEBHOOK' and person_id = ?", id());
        onlyBy("WEBHOOK");
        assertThat(method).isNotEmpty();

        var incident = raised.by(crew, "checkout is down");

        Await.until("the page", () -> seen.size() == 2);
        var page = seen.get(1);
        assertThat(page.body()).contains("\"type\":\"page\"", "checkout is down");
        var at = Instant.ofEpochSecond(Long.parseLong(header(page, "webhook-timestamp")));
        assertThat(header(page, "webhook-signature"))
                .isEqualTo(new WebhookSignature(secret).sign(header(page, "webhook-id"), at, page.body()));
        Await.until(
                "a receipt",
                () -> "DELIVERED"
                        .equals(crews.ask(
                                "select state from page where incident_id = ? and kind = 'WEBHOOK'", incident)));
    }

    @Test
    void aWebhookThatIsGoneIsSwitchedOffAndTheNextPersonIsPaged() {
        webhook();
        onlyBy("WEBHOOK");
        status = 410;

        var incident = raised.by(crew, "checkout is down");

        Await.until(
                "Ben is paged",
                () -> crews.count(
                                "select count(*) from page where incident_id = ? and person_id = ?",
                                incident,
                                crew.ben().id())
                        == 1);
        Await.until(
                "it is off",
                () -> crews.ask(
                                "select disabled_reason from contact_method where kind = 'WEBHOOK' and person_id = ?",
                                id())
                        != null);
    }

    @Test
    void aWebhookIntoThePrivateNetworkIsRefused() {
        var method = add("webhook", "http://10.0.0.7/hook");

        callers.as(id())
                .post(method + "/verification")
                .then()
                .statusCode(409)
                .body("detail", containsString("private or reserved"));
    }

    private String webhook() {
        var method = add("webhook", "http://127.0.0.1:" + hook.getAddress().getPort() + "/hook?a=b");
        post(method + "/verification");
        var code = CODE.matcher(seen.getFirst().body());
        assertThat(code.find()).isTrue();
        callers.as(id())
                .body("{\"code\": \"%s\"}".formatted(code.group(1)))
                .post(method + "/verification/confirm")
                .then()
                .statusCode(200);
        return method;
    }

    private UUID id() {
        return crew.asha().id();
    }

    private String add(String kind, String address) {
        var methods = "/api/v1/people/" + id() + "/contact-methods";
        return methods + "/"
                + callers.as(id())
                        .body("{\"kind\": \"%s\", \"address\": \"%s\"}".formatted(kind, address))
                        .post(methods)
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id");
    }

    private void post(String path) {
        callers.as(id()).post(path).then().statusCode(200);
    }

    private void onlyBy(String kind) {
        crews.run(
                "update contact_method set disabled_at = now(), disabled_reason = 'test' where person_id = ? and kind <> ?",
                id(),
                kind);
    }

    private static List<String> mails(String to) {
        return Arrays.stream(MailForTests.server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(to))
                .map(mail -> mailText(GreenMailUtil.getBody(mail)))
                .toList();
    }

    /** Lines that mail folds. */
    private static String mailText(String body) {
        return body.replace("=\r\n", "").replace("=3D", "=");
    }

    private static String header(Seen request, String name) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        seen.add(new Seen(
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
