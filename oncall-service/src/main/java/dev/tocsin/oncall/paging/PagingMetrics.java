package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

/** How long the oldest due page has waited: the one figure that shows pages not going out, whatever the reason. */
@ApplicationScoped
class PagingMetrics {
    private final PageRepository pages;
    private final Clock clock;
    private volatile double oldestDue;

    PagingMetrics(PageRepository pages, MeterRegistry metrics, Clock clock) {
        this.pages = pages;
        this.clock = clock;
        metrics.gauge("tocsin.pages.oldest.due.seconds", this, gauge -> gauge.oldestDue);
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(5), this::measure);
    }

    @Transactional
    void measure() {
        oldestDue = pages.oldestDueSeconds(clock.instant());
    }
}
