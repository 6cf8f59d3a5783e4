package dev.tocsin.dashboard.calendar;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.calendar.CalendarsClient.Feed;
import dev.tocsin.dashboard.calendar.CalendarsClient.NewFeed;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The viewer's own calendar addresses. A viewer may make some too: they only read what the viewer may read. */
@Path("/calendars")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class CalendarPages {
    /** @param url the address just made, shown this once; empty otherwise */
    @CheckedTemplate(basePath = "CalendarPages")
    record list(List<Feed> feeds, List<Option> schedules, Form form, String url) implements TemplateInstance {}

    private final CalendarsClient calendars;
    private final CurrentViewer viewers;

    CalendarPages(@RestClient CalendarsClient calendars, CurrentViewer viewers) {
        this.calendars = calendars;
        this.viewers = viewers;
    }

    @GET
    public TemplateInstance show() {
        return page(Form.blank(), "");
    }

    /** Shows the address on this very answer: it is nowhere afterwards, so there is nothing to redirect to. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> fields) {
        var form = Form.posted(fields);
        try {
            var made = ONCALL.call(() ->
                    calendars.create(bearer(), new NewFeed(form.id("scheduleId").orElse(null))));
            return Pages.of(201, page(Form.blank(), made.url()));
        } catch (CallFailed failure) {
            return Pages.again(page(form.refusedBy(failure), ""), failure);
        }
    }

    @POST
    @Path("{id}/rotate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rotate(UUID id) {
        var made = ONCALL.call(() -> calendars.rotate(bearer(), id));
        return Pages.of(200, page(Form.blank(), made.url()));
    }

    @POST
    @Path("{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(UUID id) {
        ONCALL.run(() -> calendars.revoke(bearer(), id));
        return Flash.good(say(CalendarWords.class).calendarAddressRevokedWhoeverStillAsks())
                .on("/calendars");
    }

    private list page(Form form, String url) {
        var schedules =
                ONCALL.call(() -> Items.all(cursor -> calendars.schedules(bearer(), Items.MOST, cursor))).stream()
                        .map(ref -> new Option(ref.id().toString(), ref.name()))
                        .toList();
        return new list(ONCALL.call(() -> calendars.feeds(bearer())).items(), schedules, form, url);
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
