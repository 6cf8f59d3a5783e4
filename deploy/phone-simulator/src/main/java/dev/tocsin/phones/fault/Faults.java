package dev.tocsin.phones.fault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The failure plan: what goes wrong with the next requests and callbacks, in order; afterwards all is well. */
@ApplicationScoped
public class Faults {
    private final Deque<Fault> requests = new ArrayDeque<>();
    private final Deque<CallbackFault> callbacks = new ArrayDeque<>();

    public synchronized Fault nextRequest() {
        return requests.isEmpty() ? new Fault.None() : requests.removeFirst();
    }

    public synchronized CallbackFault nextCallback() {
        return callbacks.isEmpty() ? new CallbackFault.None() : callbacks.removeFirst();
    }

    synchronized void plan(List<Fault> nextRequests, List<CallbackFault> nextCallbacks) {
        requests.clear();
        requests.addAll(nextRequests);
        callbacks.clear();
        callbacks.addAll(nextCallbacks);
    }

    synchronized Left left() {
        return new Left(requests.size(), callbacks.size());
    }

    /** How many requests and callbacks the plan still covers. */
    public record Left(int requests, int callbacks) {}
}
