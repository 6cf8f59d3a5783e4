package dev.tocsin.dashboard.texts;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The log of inbound texts: why did nothing happen when I answered? */
@Path("/texts")
@RolesAllowed("admin")
@RunOnVirtualThread
public class TextPages {
    private static final int AT_ONCE = 50;

    private record View(String result, String label) {}

    private static List<View> views() {
        var words = say(TextWords.class);
        return List.of(
                new View("", words.all()),
                new View("acknowledged", words.acknowledged()),
                new View("resolved", words.resolved()),
                new View("wrong-code", words.wrongCodes()),
                new View("unclear", words.notUnderstood()),
                new View("unknown-number", words.strangers()),
                new View("stopped", "STOP"),
                new View("too-many-misses", words.ignored()));
    }

    @CheckedTemplate(basePath = "TextPages")
    record list(List<Tab> tabs, List<Text> texts, String next, String first) implements TemplateInstance {}

    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    @Path("/api/v1/inbound-texts")
    interface Client {
        @GET
        Items<Text> texts(
                @HeaderParam("Authorization") String bearer,
                @QueryParam("result") String result,
                @QueryParam("limit") int limit,
                @QueryParam("cursor") String cursor);
    }

    /**
     * @param from masked
     * @param people who may have sent it; empty for a stranger
     * @param result null until it is understood
     */
    record Text(
            String id,
            Instant at,
            String from,
            List<Ref> people,
            String body,
            String result,
            String reply,
            Instant processedAt) {
        /** Results with a colour: what somebody may have to look at. */
        public String tone() {
            if (result == null) return "amber";
            return switch (result) {
                case "stopped", "too-many-misses" -> "red";
                case "wrong-code", "unclear", "unknown-number", "ambiguous" -> "amber";
                case "acknowledged", "resolved", "escalated", "snoozed" -> "green";
                default -> "";
            };
        }

        public String words() {
            return result == null
                    ? say(TextWords.class).notUnderstoodYet()
                    : Stream.of(result.split(","))
                            .map(say(TextWords.class)::cameTo)
                            .collect(Collectors.joining(", "));
        }
    }

    private final Client client;
    private final CurrentViewer viewers;

    TextPages(@RestClient Client client, CurrentViewer viewers) {
        this.client = client;
        this.viewers = viewers;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@QueryParam("result") String result, @QueryParam("cursor") String cursor) {
        var views = views();
        var chosen = views.stream()
                .filter(view -> view.result().equals(result))
                .findFirst()
                .orElse(views.getFirst());
        var narrowed = chosen.result().isEmpty() ? null : chosen.result();
        var found = ONCALL.call(() -> client.texts(viewers.get().bearer(), narrowed, AT_ONCE, cursor));
        var here = new Address("/texts").with("result", narrowed);
        return new list(
                views.stream()
                        .map(view -> new Tab(
                                view.label(),
                                new Address("/texts")
                                        .with("result", view.result())
                                        .toString(),
                                view == chosen,
                                0))
                        .toList(),
                found.items(),
                found.next() == null ? null : here.with("cursor", found.next()).toString(),
                cursor == null ? null : here.toString());
    }
}
