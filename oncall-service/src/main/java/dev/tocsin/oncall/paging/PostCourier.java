package dev.tocsin.oncall.paging;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.egress.Posted;
import dev.tocsin.oncall.egress.Poster;
import dev.tocsin.oncall.notice.WebhookSignature;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.Courier.Outgoing;

/** Documents to people's webhooks, signed as Standard Webhooks are; a 2xx is a receipt. */
@ApplicationScoped
class PostCourier {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Poster poster;
    private final Clock clock;

    PostCourier(Poster poster, Clock clock) {
        this.poster = poster;
        this.clock = clock;
    }

    Delivery send(Outgoing.Post document) {
        var now = clock.instant();
        var id = "msg_" + document.attempt();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", new WebhookSignature(document.secret()).sign(id, now, document.json()));
        var body = document.json().getBytes(StandardCharsets.UTF_8);
        return switch (poster.post(URI.create(document.to()), headers, body, LIMIT)) {
            case Posted.Answered(int status) when status / 100 == 2 -> new Delivery.Accepted(id, "delivered");
            case Posted.Answered(int status)
            when status == 410 -> new Delivery.ContactRefused("410", "the webhook says that it is gone");
            case Posted.Answered(int status)
            when status == 429 || status >= 500 -> new Delivery.NotSent("the webhook answered HTTP " + status);
            case Posted.Answered(int status) ->
                new Delivery.ContactRefused(Integer.toString(status), "the webhook answered HTTP " + status);
            case Posted.Refused(var reason) -> new Delivery.ContactRefused("address", reason);
            case Posted.NotSent(var reason) -> new Delivery.NotSent("the webhook is not reached: " + reason);
            // The same webhook-id again is recognised by whoever receives it.
            case Posted.NoAnswer(var reason) -> new Delivery.NotSent("the webhook did not answer: " + reason);
        };
    }
}
