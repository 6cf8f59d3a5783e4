package dev.tocsin.oncall.reply;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Takes up what was stored and not understood, because a replica died or the database failed in between. */
@ApplicationScoped
class LeftOvers {
    private final Mailroom mailroom;

    LeftOvers(Mailroom mailroom) {
        this.mailroom = mailroom;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (var sid : mailroom.textsLeftOver()) {
            attempt("text " + sid, () -> mailroom.takeUpText(sid));
        }
        for (var report : mailroom.reportsLeftOver()) {
            attempt("report " + report[0], () -> mailroom.understandReport((String) report[0], (String) report[1]));
        }
    }

    private void attempt(String what, Runnable work) {
        try {
            work.run();
            Log.infof("taken up after a failure: %s", what);
        } catch (RuntimeException e) {
            Log.errorf(e, "cannot be understood yet: %s", what);
        }
    }
}
