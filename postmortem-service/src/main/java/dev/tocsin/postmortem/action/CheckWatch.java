package dev.tocsin.postmortem.action;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.postmortem.probe.ServiceToken;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Sees whether the checks made for tasks run: then the task is done, and the like would now be noticed. */
@ApplicationScoped
class CheckWatch {
    private static final int AT_ONCE = 50;

    private final Tasks tasks;
    private final ChecksClient checks;
    private final ServiceToken token;

    CheckWatch(Tasks tasks, @RestClient ChecksClient checks, ServiceToken token) {
        this.tasks = tasks;
        this.checks = checks;
        this.token = token;
    }

    @Scheduled(
            every = "{tocsin.task.checks-every}",
            delayed = "15s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (!token.isConfigured()) return;
        for (var awaited : tasks.awaitingTheirCheck(AT_ONCE)) {
            try {
                var check = checks.check(token.bearer(), awaited.check());
                if (check.runs())
                    tasks.checkRuns(awaited, check.name(), check.lastResult().at());
            } catch (RuntimeException e) {
                // Deleted, or monitor-service is away: asked again next time.
                token.forget();
                Log.debugf("check of a task not seen task=%s why=%s", awaited.task(), e.getMessage());
            }
        }
    }
}
