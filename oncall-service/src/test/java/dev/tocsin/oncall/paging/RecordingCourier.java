package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.test.Mock;

/** Writes down what would have been sent, and answers as a test tells it to, phone by phone. */
@Mock
@ApplicationScoped
public class RecordingCourier implements Courier {
    /** A text on its way. */
    public record Sent(UUID attempt, String to, String body, String providerId, Outgoing message) {
        public boolean isCall() {
            return message instanceof Outgoing.Call;
        }
    }

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Integer, Delivery>> plans = new ConcurrentHashMap<>();
    private final Map<String, Trace> traces = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final MailCourier mail;
    private final PostCourier post;

    RecordingCourier(MailCourier mail, PostCourier post) {
        this.mail = mail;
        this.post = post;
    }

    @Override
    public Delivery send(Outgoing text) {
        var id = "SM%032x".formatted(ids.incrementAndGet());
        var body = switch (text) {
            case Outgoing.Text said -> said.body();
            case Outgoing.Call call -> call.spoken().orElse("a call");
            case Outgoing.Mail mail -> mail.subject() + "\n" + mail.body();
            case Outgoing.Post post -> post.json();
        };
        sent.add(new Sent(text.attempt(), text.to(), body, id, text));
        var plan = plans.get(text.to());
        int count = counts.computeIfAbsent(text.to(), _ -> new AtomicInteger()).incrementAndGet();
        var planned = plan == null ? null : plan.apply(count);
        return planned == null ? carried(text, id) : planned;
    }

    /** Mails and webhooks really go out, to the servers that tests set up for them. */
    private Delivery carried(Outgoing message, String id) {
        return switch (message) {
            case Outgoing.Text _, Outgoing.Call _ -> new Delivery.Accepted(id, "queued");
            case Outgoing.Mail letter -> mail.send(letter);
            case Outgoing.Post document -> post.send(document);
        };
    }

    @Override
    public Trace trace(String to, Instant since, String bodyHash) {
        return traces.getOrDefault(to, new Trace.Nothing());
    }

    public List<Sent> to(String phone) {
        return sent.stream().filter(text -> text.to().equals(phone)).toList();
    }

    /** The n-th text (from 1) to a phone gets this answer; null: accepted. */
    void answer(String phone, Function<Integer, Delivery> plan) {
        plans.put(phone, plan);
    }

    void trace(String phone, Trace trace) {
        traces.put(phone, trace);
    }

    /** The carrier refuses every text to this phone, as for a number that does not exist. */
    public void refuse(String phone) {
        answer(phone, _ -> new Delivery.ContactRefused("21211", "invalid number"));
    }
}
