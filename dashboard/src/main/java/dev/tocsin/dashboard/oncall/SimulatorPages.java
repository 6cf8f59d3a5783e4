package dev.tocsin.dashboard.oncall;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import dev.tocsin.dashboard.oncall.SimulationClient.Simulation;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Tab;
import dev.tocsin.dashboard.web.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** "If this breaks on Saturday at three, who is paged?" The question stands in the address, so it can be sent on. */
@Path("/simulator")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class SimulatorPages {

    /** @param found null until a service is chosen; {@code clock} reads in the zone that was asked for */
    @CheckedTemplate(basePath = "SimulatorPages")
    record simulator(
            Form form,
            List<Option> services,
            List<Option> severities,
            List<String> zones,
            Simulation found,
            Clockface clock,
            List<Tab> tabs)
            implements TemplateInstance {}

    private final SimulationClient simulations;
    private final Names names;
    private final CurrentViewer viewers;
    private final Clock clock;

    SimulatorPages(
            @RestClient SimulationClient simulations, @RestClient Names names, CurrentViewer viewers, Clock clock) {
        this.simulations = simulations;
        this.names = names;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    public TemplateInstance ask(@Context UriInfo address) {
        var viewer = viewers.get();
        var services = ONCALL.later(() -> names.services(viewer.bearer(), Names.MOST));
        var form = Form.posted(address.getQueryParameters());
        if (form.names().isEmpty()) {
            form = form.with("at", nextSaturdayNight(viewer.zone()))
                    .with("zone", viewer.zone().getId())
                    .with("severity", "critical");
        }
        var zone = Zones.parse(form.text("zone")).orElse(viewer.zone());
        var service = form.id("service");
        var at = Zones.instant(form.text("at"), zone);
        if (service.isPresent() && at.isEmpty()) {
            form = form.refuse("at", say(OnCallWords.class).mustBeADateAndA())
                    .titled(say(OnCallWords.class).notAskedYet());
        }
        var severity = form.text("severity");
        var found = service.isPresent() && at.isPresent()
                ? ONCALL.call(() -> simulations.simulate(
                        viewer.bearer(), service.get(), at.get(), severity.isBlank() ? "critical" : severity))
                : null;
        return new simulator(
                form,
                Names.options(services.get()),
                Option.severities(),
                Zones.all(),
                found,
                new Clockface(zone, clock.instant()),
                OnCallPages.tabs("simulator"));
    }

    private LocalDateTime nextSaturdayNight(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone)
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                .atTime(3, 0);
    }
}
