package dev.tocsin.oncall.paging;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.egress.EgressConfig;
import dev.tocsin.oncall.egress.GuardedClient;
import dev.tocsin.oncall.notice.WebhookSignature;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.Courier.Outgoing;

/** Documents to people's webhooks, signed as Standard Webhooks are; a 2xx is a receipt. */
@ApplicationScoped
class PostCourier {
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    private final GuardedClient http;
    private final Clock clock;

    PostCourier(EgressConfig egress, Clock clock) {
        this.http = new GuardedClient(egress.policy());
        this.clock = clock;
    }

    @PreDestroy
    void close() throws IOException {
        http.close();
    }

    Delivery send(Outgoing.Post document) {
        var now = clock.instant();
        var id = "msg_" + document.attempt();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", new WebhookSignature(document.secret()).sign(id, now, document.json()));
        try {
            var answer = http.post(URI.create(document.to()), headers, document.json());
            return delivery(id, answer.status());
        } catch (GuardedClient.Refused refused) {
            return new Delivery.ContactRefused("address", refused.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            // The same webhook-id again is recognised by whoever receives it.
            return new Delivery.NotSent("the webhook did not answer: " + e.getMessage());
        }
    }

    private static Delivery delivery(String id, int status) {
        if (status / 100 == 2) return new Delivery.Accepted(id, "delivered");
        if (status == GONE) return new Delivery.ContactRefused("410", "the webhook says that it is gone");
        var words = "the webhook answered HTTP " + status;
        return status == TOO_MANY || status >= 500
                ? new Delivery.NotSent(words)
                : new Delivery.ContactRefused(Integer.toString(status), words);
    }
}
