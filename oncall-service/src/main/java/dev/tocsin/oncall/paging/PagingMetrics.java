package dev.tocsin.oncall.paging;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

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

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void measure() {
        oldestDue = pages.oldestDueSeconds(clock.instant());
    }
}
