package dev.tocsin.phones.carrier;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.tocsin.phones.PhonesConfig;
import dev.tocsin.phones.callback.Webhook;
import dev.tocsin.phones.fault.CallbackFault;
import dev.tocsin.phones.fault.Faults;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.Script;
import dev.tocsin.phones.phone.Status;
import dev.tocsin.phones.phone.Text;
import dev.tocsin.phones.truth.TruthLog;
import io.quarkus.logging.Log;

/**
 * Takes each accepted text through its states and reports each but the first to its status callback. A slow application
 * delays its own callbacks only: they overtake each other, as they do in the wild.
 */
@ApplicationScoped
class Deliveries {
    private final PhoneBook phones;
    private final Webhook webhook;
    private final Faults faults;
    private final TruthLog truth;
    private final Event<Delivered> delivered;
    private final PhonesConfig config;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Deliveries(
            PhoneBook phones,
            Webhook webhook,
            Faults faults,
            TruthLog truth,
            Event<Delivered> delivered,
            PhonesConfig config,
            Clock clock) {
        this.phones = phones;
        this.webhook = webhook;
        this.faults = faults;
        this.truth = truth;
        this.delivered = delivered;
        this.config = config;
        this.clock = clock;
    }

    /** Returns at once; the text travels on a thread of its own. */
    void begin(Text text, Optional<String> statusCallback) {
        threads.execute(() -> travel(text, statusCallback));
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private void travel(Text text, Optional<String> callback) {
        if (text.status() == Status.ACCEPTED) {
            if (!pause(config.stepDelay())) return;
            phones.change(text.sid(), t -> t.sentFrom(config.sender()));
            reach(text.sid(), Status.QUEUED, Optional.empty(), callback);
        }
        if (!pause(config.stepDelay())) return;
        if (phones.scriptOf(text.to()) instanceof Script.Unreachable(var status, var error)) {
            if (status == Status.UNDELIVERED) {
                reach(text.sid(), Status.SENT, Optional.empty(), callback);
                if (!pause(config.stepDelay())) return;
            }
            reach(text.sid(), status, Optional.of(error), callback);
            return;
        }
        reach(text.sid(), Status.SENT, Optional.empty(), callback);
        if (!pause(config.stepDelay())) return;
        reach(text.sid(), Status.DELIVERED, Optional.empty(), callback);
        phones.find(text.sid()).ifPresent(t -> delivered.fire(new Delivered(t)));
    }

    private void reach(String sid, Status status, Optional<Integer> error, Optional<String> callback) {
        // Decided before the state shows: who has seen the state may change the plan for what comes after it.
        var fault = callback.map(url -> faults.nextCallback());
        var reached = phones.change(sid, t -> {
            var next = t.reached(status, clock.instant());
            return error.map(next::because).orElse(next);
        });
        if (reached.isEmpty()) return;
        truth.add("status", "sid", sid, "status", status.wire(), "error", error.orElse(null));
        callback.ifPresent(url -> report(reached.get(), url, fault.orElseThrow()));
    }

    private void report(Text text, String url, CallbackFault fault) {
        switch (fault) {
            case CallbackFault.None _ -> threads.execute(() -> call(text, url));
            case CallbackFault.Drop _ ->
                truth.add("callback", "sid", text.sid(), "status", text.status().wire(), "answer", "dropped by plan");
            case CallbackFault.Duplicate _ ->
                threads.execute(() -> {
                    call(text, url);
                    call(text, url);
                });
            case CallbackFault.Late(var delay) ->
                threads.execute(() -> {
                    if (pause(delay)) call(text, url);
                });
        }
    }

    private void call(Text text, String url) {
        var form = new TreeMap<String, String>();
        form.put("AccountSid", config.accountSid());
        form.put("ApiVersion", MessageView.API_VERSION);
        form.put("From", text.from().orElse(""));
        form.put("MessageSid", text.sid());
        form.put("MessageStatus", text.status().wire());
        form.put("SmsSid", text.sid());
        form.put("SmsStatus", text.status().wire());
        form.put("To", text.to());
        text.messagingService().ifPresent(service -> form.put("MessagingServiceSid", service));
        text.error().ifPresent(code -> {
            form.put("ErrorCode", Integer.toString(code));
            form.put("ErrorMessage", MessageView.meaning(code));
        });
        var outcome = webhook.post(url, form);
        truth.add("callback", "sid", text.sid(), "status", text.status().wire(), "url", url, "answer", outcome.shown());
        if (!outcome.isSuccess()) {
            Log.warnf("callback sid=%s status=%s: %s", text.sid(), text.status().wire(), outcome.shown());
        }
    }

    private static boolean pause(Duration delay) {
        try {
            Thread.sleep(delay);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
