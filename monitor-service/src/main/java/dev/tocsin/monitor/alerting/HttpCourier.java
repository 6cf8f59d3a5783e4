package dev.tocsin.monitor.alerting;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Resolver;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.http.HttpAnswer;
import dev.tocsin.monitor.http.HttpExchange;
import dev.tocsin.monitor.http.HttpRequest;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.tls.Tls;

/** By HTTP. The operator's own address is trusted; one that came with a check is vetted like a probe's. */
@ApplicationScoped
class HttpCourier implements Courier {
    private final ObjectMapper json;
    private final AlertingConfig config;
    private final Deadlines deadlines;
    private final HttpExchange trusted;
    private final HttpExchange vetted;

    HttpCourier(
            ObjectMapper json,
            AlertingConfig config,
            Deadlines deadlines,
            Resolver resolver,
            AddressPolicy policy,
            Tls tls) {
        this.json = json;
        this.config = config;
        this.deadlines = deadlines;
        this.trusted = new HttpExchange(new Dialer(resolver, AddressPolicy.trusting()), tls);
        this.vetted = new HttpExchange(new Dialer(resolver, policy), tls);
    }

    @Override
    public Receipt carry(String event, String routingKey, Optional<String> eventsUrl) {
        var exchange = eventsUrl.isPresent() ? vetted : trusted;
        var url = HttpUrl.parse(eventsUrl.orElseGet(() -> config.eventsUrl().toString()));
        var headers = Map.of("Content-Type", "application/json", "Accept", "application/json");
        var request = new HttpRequest("POST", url, headers, body(event, routingKey));
        try (var deadline = deadlines.start(config.timeout())) {
            return receipt(exchange.send(request, deadline, new Stopwatch(System::nanoTime)));
        } catch (Trouble e) {
            return new Receipt.NotNow(e.getMessage());
        }
    }

    static Receipt receipt(HttpAnswer answer) {
        var text = answer.text().replace('\0', ' ').strip();
        var words = "HTTP " + answer.status() + " " + text.substring(0, Math.min(500, text.length()));
        if (answer.status() / 100 == 2) return new Receipt.Taken(words);
        return answer.status() == 400 ? new Receipt.Rejected(words) : new Receipt.NotNow(words);
    }

    private byte[] body(String event, String routingKey) {
        try {
            var whole = (ObjectNode) json.readTree(event);
            return json.writeValueAsString(whole.put("routing_key", routingKey)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored event that cannot be read", e);
        }
    }
}
