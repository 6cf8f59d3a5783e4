package dev.tocsin.phones.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

/** The last 1,000 calls, each phone's script for calls, and the keys people press. */
@ApplicationScoped
public class CallBook {
    private static final int KEPT = 1_000;
    private static final int SCRIPTS_KEPT = 500;
    private static final int KEYS_AHEAD = 20;

    private final LinkedHashMap<String, Call> calls = new LinkedHashMap<>();
    private final Map<String, BlockingQueue<String>> keys = new HashMap<>();
    private final LinkedHashMap<String, CallScript> scripts = new LinkedHashMap<>();
    private long revision;

    synchronized void add(Call call) {
        calls.put(call.sid(), call);
        keys.put(call.sid(), new LinkedBlockingQueue<>(KEYS_AHEAD));
        if (calls.size() > KEPT) keys.remove(calls.pollFirstEntry().getKey());
        revision++;
    }

    synchronized Call change(String sid, UnaryOperator<Call> change) {
        var changed = change.apply(calls.get(sid));
        calls.put(sid, changed);
        if (changed.over()) keys.remove(sid);
        revision++;
        return changed;
    }

    public synchronized Optional<Call> find(String sid) {
        return Optional.ofNullable(calls.get(sid));
    }

    /** Newest first. */
    public synchronized List<Call> search(Predicate<Call> wanted) {
        return new ArrayList<>(calls.values())
                .reversed().stream().filter(wanted).toList();
    }

    public List<Call> of(String number) {
        return search(call -> call.to().equals(number));
    }

    public synchronized CallScript scriptOf(String number) {
        return scripts.getOrDefault(number, new CallScript.Ring());
    }

    public synchronized void follow(String number, CallScript script) {
        scripts.put(number, script);
        if (scripts.size() > SCRIPTS_KEPT) scripts.pollFirstEntry();
        revision++;
    }

    /** What the person does by hand: "answer", a key, or "hang-up"; false when the call is over. */
    public boolean hand(String sid, String what) {
        var queue = queue(sid);
        return queue.isPresent() && queue.get().offer(what);
    }

    synchronized Optional<BlockingQueue<String>> queue(String sid) {
        return Optional.ofNullable(keys.get(sid));
    }

    /** Grows with every change, so that a page knows when to look again. */
    public synchronized long revision() {
        return revision;
    }
}
