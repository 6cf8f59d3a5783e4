package dev.tocsin.dashboard.wellbeing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.DashboardConfig;
import dev.tocsin.dashboard.web.Shared;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Channel;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Engine;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Prober;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** Asks every service how it is. One that is silent is a line that says so. */
@Singleton
public class Wellbeing {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final WellbeingClients.Oncall oncall;
    private final WellbeingClients.Monitor monitor;
    private final WellbeingClients.Postmortem postmortem;
    private final Shared<Report> shared;
    private final Clock clock;

    Wellbeing(
            @RestClient WellbeingClients.Oncall oncall,
            @RestClient WellbeingClients.Monitor monitor,
            @RestClient WellbeingClients.Postmortem postmortem,
            DashboardConfig config,
            Clock clock) {
        this.oncall = oncall;
        this.monitor = monitor;
        this.postmortem = postmortem;
        this.shared = new Shared<>(config.sharing() ? FRESH : Duration.ZERO);
        this.clock = clock;
    }

    /** How all of it is, at most a few seconds old. */
    public Report report(Viewer viewer) {
        return shared.get(() -> ask(viewer.bearer()));
    }

    private Report ask(String bearer) {
        var engine = ONCALL.later(() -> oncall.engine(bearer));
        var channels = ONCALL.later(() -> oncall.channels(bearer));
        var prober = MONITOR.later(() -> monitor.prober(bearer));
        var reports = POSTMORTEM.later(() -> postmortem.any(bearer, 1).items().size());
        Answer<Engine> said = engine.get();
        Answer<List<Channel>> ways = channels.get();
        Answer<Prober> probes = prober.get();
        return Report.of(said, ways, probes, reports.get(), clock.instant());
    }
}
