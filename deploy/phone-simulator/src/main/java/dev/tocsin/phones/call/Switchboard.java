package dev.tocsin.phones.call;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.phones.PhonesConfig;
import dev.tocsin.phones.callback.Webhook;
import dev.tocsin.phones.truth.TruthLog;

/** Places calls; each runs on a thread of its own. */
@ApplicationScoped
public class Switchboard {
    private final CallBook book;
    private final Webhook webhook;
    private final TruthLog truth;
    private final PhonesConfig config;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Switchboard(CallBook book, Webhook webhook, TruthLog truth, PhonesConfig config, Clock clock) {
        this.book = book;
        this.webhook = webhook;
        this.truth = truth;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What the application asked for.
     *
     * @param events which states it wants to be told of
     * @param detect whether a machine is to be told from a human
     */
    public record Order(
            String from,
            String to,
            Optional<String> url,
            Optional<String> twiml,
            Optional<String> statusCallback,
            Set<String> events,
            Duration timeout,
            boolean detect) {}

    /** Takes a call; it rings a moment later. */
    public Call place(Order order) {
        var sid = "CA" + UUID.randomUUID().toString().replace("-", "");
        var call = Call.placed(sid, order.from(), order.to(), clock.instant());
        book.add(call);
        var line = new Line(sid, order, book, this);
        threads.execute(line::run);
        return call;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    Clock clock() {
        return clock;
    }

    Duration stepDelay() {
        return config.stepDelay();
    }

    TruthLog truth() {
        return truth;
    }

    Webhook webhook() {
        return webhook;
    }

    /** What every request about a call carries. */
    TreeMap<String, String> form(Call call) {
        var form = new TreeMap<String, String>();
        form.put("AccountSid", config.accountSid());
        form.put("ApiVersion", "2010-04-01");
        form.put("CallSid", call.sid());
        form.put("CallStatus", call.status());
        form.put("Called", call.to());
        form.put("Caller", call.from());
        form.put("Direction", "outbound-api");
        form.put("From", call.from());
        form.put("To", call.to());
        return form;
    }

    /** Told on a thread of its own, as texts are: reports overtake each other. */
    void report(Call call, String url, int sequence) {
        var form = form(call);
        form.put("SequenceNumber", Integer.toString(sequence));
        form.put("CallbackSource", "call-progress-events");
        form.put("CallDuration", "0");
        call.answeredBy().ifPresent(by -> form.put("AnsweredBy", by));
        call.error().ifPresent(code -> form.put("ErrorCode", Integer.toString(code)));
        threads.execute(() -> {
            var outcome = webhook.post(url, form);
            truth.add("callback", "sid", call.sid(), "status", call.status(), "url", url, "answer", outcome.shown());
        });
    }
}
