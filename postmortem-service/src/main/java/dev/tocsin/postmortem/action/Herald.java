package dev.tocsin.postmortem.action;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.postmortem.intake.Signature;
import dev.tocsin.postmortem.intake.WebhookConfig;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Hands messages to oncall-service, signed by the Standard Webhooks scheme with the secret that both share: it alone knows
 * how a person wants to be reached. A message sent twice is said once, since it carries its id.
 */
@ApplicationScoped
class Herald {
    private static final String PATH = "/api/v1/announcements";

    private final Tasks tasks;
    private final Messages messages;
    private final ActionConfig config;
    private final WebhookConfig webhook;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http;

    Herald(Tasks tasks, Messages messages, ActionConfig config, WebhookConfig webhook, ObjectMapper json, Clock clock) {
        this.tasks = tasks;
        this.messages = messages;
        this.config = config;
        this.webhook = webhook;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(config.within()).build();
    }

    @Scheduled(
            every = "{tocsin.task.remind-every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remind() {
        var told = tasks.remind();
        if (told > 0) Log.infof("tasks reminded of n=%d", told);
    }

    @Scheduled(every = "{tocsin.task.every}", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliver() {
        if (config.oncallUrl().isEmpty() || webhook.secret().isEmpty()) return;
        for (var message : messages.claim()) {
            try {
                var answer = send(message, config.oncallUrl().get());
                if (answer.statusCode() / 100 == 2) messages.ended(message, outcome(answer.body()));
                else messages.failed(message, "HTTP " + answer.statusCode());
            } catch (IOException e) {
                messages.failed(message, e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private HttpResponse<String> send(Messages.Outgoing message, URI oncall) throws IOException, InterruptedException {
        var body = json.writeValueAsString(Map.of(
                "personId", message.person(),
                "subject", message.subject(),
                "text", message.body(),
                "dedupKey", "task:" + message.id()));
        var id = "task_" + message.id();
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var key = Signature.keys(webhook.secret().orElseThrow()).getFirst();
        var signed = Signature.sign(key, id, timestamp, body.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(oncall.toString().replaceAll("/+$", "") + PATH))
                .timeout(config.within())
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", "v1," + signed)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String outcome(String answer) throws IOException {
        JsonNode read = json.readTree(answer);
        return read != null && read.path("told").asBoolean() ? "told" : "has no way to be reached";
    }
}
