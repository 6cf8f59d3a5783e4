package dev.tocsin.oncall.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;

/** Sends what is in the outbox, one after the other, until the receiver says 2xx. Woken by commits, swept each second. */
@ApplicationScoped
class Relay {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final NoticeConfig config;
    private final ExecutorService threads;
    private final Clock clock;
    private final AtomicInteger wishes = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    Relay(Outbox outbox, NoticeConfig config, @VirtualThreads ExecutorService threads, Clock clock) {
        this.outbox = outbox;
        this.config = config;
        this.threads = threads;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        wake();
    }

    private void wake() {
        if (config.postmortemUrl().isEmpty() || config.secret().isEmpty()) return;
        if (wishes.getAndIncrement() == 0) threads.execute(this::drainWishes);
    }

    private void drainWishes() {
        int seen;
        do {
            seen = wishes.get();
            try {
                for (var letter = outbox.next(); letter.isPresent(); letter = outbox.next()) post(letter.get());
            } catch (RuntimeException e) {
                Log.error("the outbox cannot be read; it is tried again in a second", e);
            }
        } while (!wishes.compareAndSet(seen, 0));
    }

    private void post(Outbox.Letter letter) {
        try {
            var status = http.send(signed(letter), BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                outbox.delivered(letter.id());
                Log.infof("notice delivered id=%s", letter.id());
            } else {
                failed(letter, "HTTP " + status);
            }
        } catch (IOException e) {
            failed(letter, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(letter, "interrupted");
        }
    }

    private void failed(Outbox.Letter letter, String why) {
        outbox.failed(letter.id(), why);
        Log.warnf("notice not delivered id=%s: %s", letter.id(), why);
    }

    private HttpRequest signed(Outbox.Letter letter) {
        var now = clock.instant();
        var id = "msg_" + letter.id();
        var signature = new WebhookSignature(config.secret().orElseThrow()).sign(id, now, letter.body());
        return HttpRequest.newBuilder(URI.create(config.postmortemUrl().orElseThrow() + "/api/v1/intake/incidents"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(letter.body()))
                .build();
    }
}
