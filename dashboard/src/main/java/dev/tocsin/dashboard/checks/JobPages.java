package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.checks.KindsClient.Kept;
import dev.tocsin.dashboard.checks.KindsClient.KeyWish;
import dev.tocsin.dashboard.checks.KindsClient.NewKey;
import dev.tocsin.dashboard.web.CurrentViewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.MONITOR;

/** The secret address of a job, shown once, ready to be copied into what runs it. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class JobPages {
    @CheckedTemplate(basePath = "CheckPages")
    record key(Kept check, NewKey key, String cron) implements TemplateInstance {}

    private final KindsClient kinds;
    private final CurrentViewer viewers;

    JobPages(@RestClient KindsClient kinds, CurrentViewer viewers) {
        this.kinds = kinds;
        this.viewers = viewers;
    }

    /** @param atOnce whether the address before it ends now, and not in a day */
    @POST
    @Path("{id}/key")
    public TemplateInstance make(UUID id, @FormParam("atOnce") String atOnce) {
        var bearer = viewers.get().bearer();
        var check = MONITOR.call(() -> kinds.check(bearer, id));
        var wish = new KeyWish(atOnce == null ? null : Duration.ZERO);
        var made = MONITOR.call(() -> kinds.newKey(bearer, id, wish));
        var cron = check.heartbeat() == null ? null : check.heartbeat().cron();
        return new key(check, made, cron == null || cron.startsWith("@") ? "0 * * * *" : cron);
    }
}
