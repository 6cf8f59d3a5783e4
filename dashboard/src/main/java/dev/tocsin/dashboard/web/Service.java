package dev.tocsin.dashboard.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.quarkus.logging.Log;

/** The services behind the pages. Every call goes through one of them, so that its failure names it. */
public enum Service {
    ONCALL("oncall-service"),
    MONITOR("monitor-service"),
    POSTMORTEM("postmortem-service");

    private static final Executor VIRTUAL =
            task -> Thread.ofVirtual().name("call").start(task);

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /** Its name as operators know it. */
    public String title() {
        return title;
    }

    /**
     * Calls the service for something the page cannot do without.
     *
     * @throws CallFailed.Refused when it says no
     * @throws CallFailed.ServiceDown when it does not answer
     */
    public <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (CallFailed | NotConfirmed known) {
            throw known;
        } catch (RuntimeException e) {
            Log.warnf("%s does not answer: %s", title, rootMessage(e));
            throw new CallFailed.ServiceDown(title, e);
        }
    }

    /** Calls the service for something that answers nothing; fails as {@link #call} does. */
    public void run(Runnable request) {
        call(() -> {
            request.run();
            return true;
        });
    }

    /** Calls the service for one card of a page: a failure becomes the card's words. */
    public <T> Answer<T> ask(Supplier<T> request) {
        try {
            return new Answer<>(call(request), null);
        } catch (CallFailed failure) {
            return new Answer<>(null, failure.getMessage());
        }
    }

    /** Asks on a virtual thread of its own, so that the cards of one page wait for each other's services no longer. */
    public <T> Later<T> later(Supplier<T> request) {
        return new Later<>(CompletableFuture.supplyAsync(() -> ask(request), VIRTUAL));
    }

    /** An answer on its way. */
    public record Later<T>(CompletableFuture<Answer<T>> future) {
        /** Waits for it, at most as long as the client's time-outs allow. */
        public Answer<T> get() {
            try {
                return future.join();
            } catch (CompletionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static String rootMessage(Throwable e) {
        var root = e;
        while (root.getCause() != null) root = root.getCause();
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
