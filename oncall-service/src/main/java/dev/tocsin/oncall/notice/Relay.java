package dev.tocsin.oncall.notice;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import dev.tocsin.oncall.Rounds;
import dev.tocsin.oncall.egress.AddressPolicy;
import dev.tocsin.oncall.egress.EgressConfig;
import dev.tocsin.oncall.egress.GuardedClient;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;

/**
 * Sends what is in the outbox until the receiver says 2xx. Woken by commits, swept each second. Every letter has a
 * thread of its own and holds no database connection while it is under way; one slow receiver keeps four at most.
 */
@ApplicationScoped
class Relay {
    private static final int AT_ONCE = 32;
    private static final int AT_ONCE_FOR_ONE = 4;
    private static final UUID POSTMORTEMS = new UUID(0, 0);

    private final Outbox outbox;
    private final NoticeConfig config;
    private final ExecutorService threads;
    private final Clock clock;
    private final GuardedClient ours = new GuardedClient(AddressPolicy.trusting());
    private final GuardedClient outside;
    private final AtomicInteger wishes = new AtomicInteger();
    private final Semaphore hands = new Semaphore(AT_ONCE);
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    Relay(
            Outbox outbox,
            NoticeConfig config,
            EgressConfig egress,
            @VirtualThreads ExecutorService threads,
            Clock clock) {
        this.outbox = outbox;
        this.config = config;
        this.outside = new GuardedClient(egress.policy());
        this.threads = threads;
        this.clock = clock;
    }

    @PreDestroy
    void close() throws IOException {
        ours.close();
        outside.close();
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::sweep);
    }

    void sweep() {
        wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        wake();
    }

    private void wake() {
        if (wishes.getAndIncrement() == 0) threads.execute(this::drainWishes);
    }

    private void drainWishes() {
        int seen;
        do {
            seen = wishes.get();
            try {
                drain();
            } catch (RuntimeException e) {
                Log.error("the outbox cannot be read; it is tried again in a second", e);
            }
        } while (!wishes.compareAndSet(seen, 0));
    }

    private void drain() {
        while (hands.tryAcquire()) {
            var letter = Optional.<Outbox.Letter>empty();
            try {
                letter = outbox.next(busy());
            } finally {
                if (letter.isEmpty()) hands.release();
            }
            if (letter.isEmpty()) return;
            var taken = letter.get();
            underWay.merge(lane(taken), 1, Integer::sum);
            threads.execute(() -> carry(taken));
        }
    }

    private List<UUID> busy() {
        var busy = underWay.entrySet().stream()
                .filter(lane -> lane.getValue() >= AT_ONCE_FOR_ONE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        if (config.postmortemUrl().isEmpty() || config.secret().isEmpty()) busy.add(POSTMORTEMS);
        return busy;
    }

    private void carry(Outbox.Letter letter) {
        try {
            deliver(letter);
        } catch (RuntimeException e) {
            Log.errorf(e, "notice %s stays in the outbox until its lease is over", letter.id());
        } finally {
            underWay.computeIfPresent(lane(letter), (_, count) -> count == 1 ? null : count - 1);
            hands.release();
            wake();
        }
    }

    private void deliver(Outbox.Letter letter) {
        var receiver = letter.webhook().map(outbox::receiver).orElseGet(() -> Optional.of(postmortems()));
        if (receiver.isEmpty()) {
            outbox.drop(letter);
            return;
        }
        var post = post(letter, receiver.get());
        outbox.settle(letter, post);
        if (post.delivered()) Log.infof("notice delivered id=%s", letter.id());
        else Log.warnf("notice not delivered id=%s: %s", letter.id(), post.inWords());
    }

    private Post post(Outbox.Letter letter, Outbox.Receiver to) {
        var began = System.nanoTime();
        try {
            var client = letter.webhook().isPresent() ? outside : ours;
            var answer = client.post(URI.create(to.url()), headers(letter, to), letter.body());
            return new Post.Answered(answer.status(), answer.body(), since(began));
        } catch (IOException | IllegalArgumentException e) {
            return new Post.Broken(String.valueOf(e.getMessage()), since(began));
        }
    }

    private Map<String, String> headers(Outbox.Letter letter, Outbox.Receiver to) {
        var now = clock.instant();
        var id = "msg_" + letter.id();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                to.secrets().stream()
                        .map(secret -> new WebhookSignature(secret).sign(id, now, letter.body()))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    private Outbox.Receiver postmortems() {
        return new Outbox.Receiver(
                config.postmortemUrl().orElseThrow() + "/api/v1/intake/incidents",
                List.of(config.secret().orElseThrow()));
    }

    private static UUID lane(Outbox.Letter letter) {
        return letter.webhook().orElse(POSTMORTEMS);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
