package dev.tocsin.phones.phone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

/** All phones and their texts: the last 200 texts of each of the 500 phones that were used last. */
@ApplicationScoped
public class PhoneBook {
    private static final int PHONES_KEPT = 500;

    private final LinkedHashMap<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, Text> texts = new HashMap<>();
    private long revision;

    /** Puts a text on its phone, which appears with its first text. */
    public synchronized void add(Text text) {
        var phone = use(text.phone());
        texts.put(text.sid(), text);
        phone.add(text).ifPresent(old -> texts.remove(old.sid()));
        revision++;
    }

    /** Changes a text that is still kept; empty when it has left. */
    public synchronized Optional<Text> change(String sid, UnaryOperator<Text> change) {
        var changed = Optional.ofNullable(texts.get(sid)).map(change);
        changed.ifPresent(text -> {
            texts.put(sid, text);
            phones.get(text.phone()).replace(text);
            revision++;
        });
        return changed;
    }

    public synchronized Optional<Text> find(String sid) {
        return Optional.ofNullable(texts.get(sid));
    }

    /** Newest first. */
    public synchronized List<Text> search(Predicate<Text> wanted) {
        return texts.values().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Text::createdAt)
                        .thenComparing(Text::sid)
                        .reversed())
                .toList();
    }

    /** The phones, the last used first. */
    public synchronized List<PhoneState> phones() {
        return new ArrayList<>(phones.values())
                .reversed().stream().map(Phone::view).toList();
    }

    /** The texts of one phone, oldest first; none for a phone that nobody has used. */
    public synchronized List<Text> textsOf(String number) {
        return phone(number).map(Phone::texts).orElse(List.of());
    }

    public synchronized Optional<PhoneState> view(String number) {
        return phone(number).map(Phone::view);
    }

    public synchronized void read(String number) {
        phone(number).filter(p -> p.view().unread() > 0).ifPresent(p -> {
            p.read();
            revision++;
        });
    }

    public synchronized Script scriptOf(String number) {
        return phone(number).map(Phone::script).orElse(new Script.Ignore());
    }

    public synchronized void follow(String number, Script script) {
        use(number).follow(script);
        revision++;
    }

    /** A call came in: the phone appears, and comes to the front. */
    public synchronized void ring(String number) {
        use(number);
        revision++;
    }

    public synchronized void stop(String number, String sender) {
        use(number).stop(sender);
        revision++;
    }

    public synchronized void start(String number, String sender) {
        use(number).start(sender);
        revision++;
    }

    public synchronized boolean hasStopped(String number, String sender) {
        return phone(number).map(p -> p.hasStopped(sender)).orElse(false);
    }

    public synchronized Optional<String> lastSender(String number) {
        return phone(number).flatMap(Phone::lastSender);
    }

    /** Grows with every change, so that a page knows when to look again. */
    public synchronized long revision() {
        return revision;
    }

    private Optional<Phone> phone(String number) {
        return Optional.ofNullable(phones.get(number));
    }

    /** Finds or makes the phone and puts it last, which is furthest from being forgotten. */
    private Phone use(String number) {
        var phone = Optional.ofNullable(phones.remove(number)).orElseGet(() -> new Phone(number));
        phones.put(number, phone);
        if (phones.size() > PHONES_KEPT) {
            var oldest = phones.pollFirstEntry();
            oldest.getValue().texts().forEach(text -> texts.remove(text.sid()));
        }
        return phone;
    }
}
