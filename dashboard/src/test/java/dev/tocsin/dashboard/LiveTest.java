package dev.tocsin.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(ServicesForTests.class)
class LiveTest {
    @TestHTTPResource
    URI dashboard;

    private final FakeServices services = ServicesForTests.services();

    @BeforeEach
    void afresh() {
        services.reset();
    }

    @Test
    void aChangeReachesAnOpenPage() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var stream = open(client, services.world.latest)) {
            assertThat(next(stream, "event:")).isEqualTo("event:beat");
            services.world.latest++;
            assertThat(next(stream, "event:")).isEqualTo("event:changed");
            assertThat(next(stream, "data:")).isEqualTo("data:" + services.world.latest);
        }
    }

    @Test
    void aCheckThatChangedReachesAnOpenPageThoughItPagesNobody() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var stream = open(client, services.world.latest)) {
            assertThat(next(stream, "event:")).isEqualTo("event:beat");
            assertThat(next(stream, "event:"))
                    .as("by the second beat what the checks say is known")
                    .isEqualTo("event:beat");
            services.world.latestOfChecks++;
            assertThat(next(stream, "event:c")).isEqualTo("event:checks");
        }
    }

    @Test
    void whatHappenedBeforeTheStreamOpenedIsToldAtOnce() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var stream = open(client, services.world.latest - 1)) {
            assertThat(next(stream, "event:")).isEqualTo("event:changed");
        }
    }

    @Test
    void aSilentServiceIsSaidToThePage() throws Exception {
        services.down.add("/api/v1/incidents");
        try (var client = HttpClient.newHttpClient();
                var stream = open(client, services.world.latest)) {
            assertThat(next(stream, "data:down")).isEqualTo("data:down");
        }
    }

    @Test
    void aStreamWithoutASessionIsRefusedAndNotRedirected() {
        var refused =
                new Browser().request().header("Accept", "text/event-stream").get("/live");
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    private BufferedReader open(HttpClient client, long after) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(dashboard.resolve("/live?after=" + after))
                .header("Accept", "text/event-stream")
                .header("Cookie", "tocsin-session=tcs_ada")
                .timeout(Duration.ofSeconds(20))
                .build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader stream, String prefix) throws IOException {
        String line;
        while ((line = stream.readLine()) != null) if (line.startsWith(prefix)) return line;
        throw new AssertionError("the stream ended before " + prefix);
    }
}
