package dev.tocsin.dashboard.audit;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.admin.AdminTabs;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The audit log of on-call: who changed what, and when. */
@Path("/audit")
@RolesAllowed("admin")
@RunOnVirtualThread
public class AuditPages {
    private static final int AT_ONCE = 50;

    @CheckedTemplate(basePath = "AuditPages")
    record list(
            List<Tab> tabs,
            List<Entry> entries,
            Form form,
            boolean narrow,
            List<Option> people,
            String next,
            String first)
            implements TemplateInstance {}

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/audit")
    interface Client {
        @GET
        Items<Entry> entries(
                @HeaderParam("Authorization") String bearer,
                @QueryParam("actor") String actor,
                @QueryParam("q") String words,
                @QueryParam("limit") int limit,
                @QueryParam("cursor") String cursor);
    }

    /** @param action what was done, such as {@code policy.changed} */
    record Entry(Instant at, Ref actor, String action, String subject, String detail) {}

    private final Client client;
    private final Names names;
    private final CurrentViewer viewers;

    AuditPages(@RestClient Client client, @RestClient Names names, CurrentViewer viewers) {
        this.client = client;
        this.names = names;
        this.viewers = viewers;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(
            @QueryParam("actor") String actor, @QueryParam("q") String words, @QueryParam("cursor") String cursor) {
        var viewer = viewers.get();
        var people = ONCALL.later(() -> names.people(viewer.bearer(), Names.MOST));
        var who = actor == null || actor.isBlank() ? null : actor;
        var found = ONCALL.call(() -> client.entries(viewer.bearer(), who, words, AT_ONCE, cursor));
        var here = new Address("/audit").with("actor", who).with("q", words);
        return new list(
                AdminTabs.AUDIT.here(),
                found.items(),
                Form.blank().with("actor", actor).with("q", words),
                who != null || words != null && !words.isBlank(),
                Names.options(people.get()),
                found.next() == null ? null : here.with("cursor", found.next()).toString(),
                cursor == null ? null : here.toString());
    }
}
