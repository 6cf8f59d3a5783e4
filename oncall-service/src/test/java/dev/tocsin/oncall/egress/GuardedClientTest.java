package dev.tocsin.oncall.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuardedClientTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void somebodyListens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestURI().getPath() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 307 : 204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    @Test
    void aPrivateAddressIsRefusedBeforeAnythingIsSent() throws IOException {
        try (var client = new GuardedClient(new AddressPolicy(List.of()))) {
            assertThatThrownBy(() -> client.post(url("/hook"), Map.of(), "{}"))
                    .isInstanceOf(GuardedClient.Refused.class)
                    .hasMessageContaining("TOCSIN_EGRESS_ALLOW");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void anAllowedAddressIsCalledAndARedirectIsAnAnswerLikeAnyOther() throws IOException {
        try (var client = new GuardedClient(new AddressPolicy(Cidr.parseList("127.0.0.0/8")))) {
            assertThat(client.post(url("/hook"), Map.of(), "{\"n\":1}").status())
                    .isEqualTo(204);
            assertThat(client.post(url("/moved"), Map.of(), "{}").status()).isEqualTo(307);
        }
        assertThat(heard).containsExactly("/hook {\"n\":1}", "/moved {}");
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
