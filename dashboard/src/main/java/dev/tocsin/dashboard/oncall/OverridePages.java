package dev.tocsin.dashboard.oncall;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.oncall.SchedulesClient.NewOverride;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** Adding and taking back overrides, from the page of their schedule. */
@Path("/schedules")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class OverridePages {
    private final SchedulesClient schedules;
    private final RotaPages rota;
    private final CurrentViewer viewers;

    OverridePages(@RestClient SchedulesClient schedules, RotaPages rota, CurrentViewer viewers) {
        this.schedules = schedules;
        this.rota = rota;
        this.viewers = viewers;
    }

    @POST
    @Path("{id}/overrides")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(UUID id, MultivaluedMap<String, String> fields) {
        var zone = ONCALL.call(() -> schedules.schedule(bearer(), id)).zone();
        var form = checked(WindowFields.checked(Form.posted(fields), "", zone));
        if (form.refused()) return Pages.again(rota.page(id, null, null, form));
        var window = WindowFields.read(form, "", zone);
        var kind = form.given("kind").orElse("replace");
        var override = new NewOverride(
                kind,
                form.id("personId").orElseThrow(),
                kind.equals("replace") ? form.id("replacesId").orElse(null) : null,
                window.start(),
                window.end());
        try {
            ONCALL.run(() -> schedules.addOverride(bearer(), id, override));
            return Flash.good(say(RotaWords.class).overrideAdded()).on("/schedules/" + id);
        } catch (CallFailed failure) {
            return Pages.again(rota.page(id, null, null, form.refusedBy(failure)), failure);
        }
    }

    @POST
    @Path("{id}/overrides/{overrideId}/remove")
    public Response remove(UUID id, UUID overrideId) {
        try {
            var zone = ONCALL.call(() -> schedules.schedule(bearer(), id)).zone();
            var removed = ONCALL.call(() -> schedules.overrides(bearer(), id)).items().stream()
                    .filter(override -> override.id().equals(overrideId))
                    .findFirst();
            ONCALL.run(() -> schedules.removeOverride(bearer(), id, overrideId));
            var done = Flash.good(say(RotaWords.class).overrideRemovedTheRotationHoldsAgain());
            return removed.map(override -> done.undoneBy(RotaPages.Removed.address(id, override, zone)))
                    .orElse(done)
                    .on("/schedules/" + id);
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(RotaWords.class).notRemoved(refused.getMessage()))
                    .on("/schedules/" + id);
        }
    }

    private static Form checked(Form form) {
        return form.id("personId").isPresent()
                ? form
                : form.refuse("personId", say(RotaWords.class).chooseWhomItIsAbout());
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
