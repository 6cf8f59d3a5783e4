package dev.tocsin.dashboard.admin;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.admin.LimitsClients.Room;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.BodyLimit;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Service;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The limits that hold now: each service is asked for its own, and the pages know theirs. */
@Path("/admin/limits")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class LimitsPages {
    @CheckedTemplate(basePath = "AdminPages")
    record limits(List<Tab> tabs, List<Section> sections, Own own) implements TemplateInstance {}

    /** What one service says of itself. */
    record Section(Service service, Answer<Items<Room>> rooms) {}

    /** The limits of the pages; sizes in kB and MB. */
    record Own(long formKilobytes, long pictureMegabytes, int fields, Duration patience) {}

    private final LimitsClients.Oncall oncall;
    private final LimitsClients.Monitor monitor;
    private final LimitsClients.Postmortem postmortem;
    private final CurrentViewer viewers;
    private final Own own;

    LimitsPages(
            @RestClient LimitsClients.Oncall oncall,
            @RestClient LimitsClients.Monitor monitor,
            @RestClient LimitsClients.Postmortem postmortem,
            CurrentViewer viewers,
            Config config) {
        this.oncall = oncall;
        this.monitor = monitor;
        this.postmortem = postmortem;
        this.viewers = viewers;
        this.own = new Own(
                BodyLimit.FORM / 1024,
                config.getValue("quarkus.http.limits.max-body-size", MemorySize.class)
                                .asLongValue()
                        / 1024
                        / 1024,
                config.getValue("quarkus.http.limits.max-form-fields", int.class),
                Duration.ofMillis(config.getValue("quarkus.rest-client.oncall.read-timeout", long.class)));
    }

    @GET
    public TemplateInstance limits() {
        var bearer = viewers.get().bearer();
        var watching = Service.MONITOR.later(() -> monitor.limits(bearer));
        var writing = Service.POSTMORTEM.later(() -> postmortem.limits(bearer));
        return new limits(
                AdminTabs.LIMITS.here(),
                List.of(
                        new Section(Service.ONCALL, Service.ONCALL.ask(() -> oncall.limits(bearer))),
                        new Section(Service.MONITOR, watching.get()),
                        new Section(Service.POSTMORTEM, writing.get())),
                own);
    }
}
