package dev.tocsin.phones.phone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One phone: its texts, oldest first, its person's script, and the senders it has stopped. Guarded by {@link PhoneBook}. */
final class Phone {
    static final int TEXTS_KEPT = 200;

    private final String number;
    private final Deque<Text> texts = new ArrayDeque<>();
    private final Set<String> stopped = new HashSet<>();
    private Script script = new Script.Ignore();
    private int unread;

    Phone(String number) {
        this.number = number;
    }

    /** Adds a text; the oldest one leaves when there are too many. */
    Optional<Text> add(Text text) {
        texts.addLast(text);
        if (text.isFromPhone()) unread = 0;
        else unread++;
        return texts.size() > TEXTS_KEPT ? Optional.of(texts.removeFirst()) : Optional.empty();
    }

    void replace(Text text) {
        var all = texts.stream().map(t -> t.sid().equals(text.sid()) ? text : t).toList();
        texts.clear();
        texts.addAll(all);
    }

    void follow(Script next) {
        script = next;
    }

    void stop(String sender) {
        stopped.add(sender);
    }

    void start(String sender) {
        stopped.remove(sender);
    }

    boolean hasStopped(String sender) {
        return stopped.contains(sender);
    }

    void read() {
        unread = 0;
    }

    Script script() {
        return script;
    }

    List<Text> texts() {
        return List.copyOf(texts);
    }

    /** Who wrote last, and so whom an answer goes to. */
    Optional<String> lastSender() {
        return texts.reversed().stream()
                .map(t -> t.isFromPhone() ? Optional.of(t.to()) : t.from())
                .flatMap(Optional::stream)
                .findFirst();
    }

    PhoneState view() {
        return new PhoneState(
                number, unread, script, !stopped.isEmpty(), texts.size(), Optional.ofNullable(texts.peekLast()));
    }
}
