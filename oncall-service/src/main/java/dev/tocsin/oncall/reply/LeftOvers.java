package dev.tocsin.oncall.reply;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.oncall.Rounds;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Takes up what was stored and not understood, because a replica died or the database failed in between. */
@ApplicationScoped
class LeftOvers {
    private final Mailroom mailroom;

    LeftOvers(Mailroom mailroom) {
        this.mailroom = mailroom;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(5), this::sweep);
    }

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
