package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import static dev.tocsin.dashboard.web.Language.say;

/** When checks send no alert, as monitor-service keeps it. */
@Path("/api/v1/maintenance")
@RegisterRestClient(configKey = "monitor")
@RegisterProvider(Refusals.class)
interface QuietClient {
    /** One window; {@code next} is the occurrence that runs or comes next and may be null, as may the rule. */
    record Window(
            UUID id,
            String name,
            boolean everything,
            List<UUID> checkIds,
            List<UUID> serviceIds,
            List<UUID> teamIds,
            String zone,
            Duration duration,
            String rrule,
            String madeBy,
            String state,
            Span next) {
        public boolean isRunning() {
            return state.equals("running");
        }

        public boolean isOver() {
            return state.equals("over");
        }

        /** What it is for, in words. */
        public String scope() {
            if (everything) return say(CheckListWords.class).everyCheck();
            var parts = List.of(
                    count(checkIds.size(), "check"),
                    count(serviceIds.size(), "service"),
                    count(teamIds.size(), "team"));
            return String.join(", ", parts.stream().filter(p -> !p.isEmpty()).toList());
        }

        private static String count(int count, String what) {
            return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
        }
    }

    record Span(Instant from, Instant until) {}

    /** A window as it is sent; without a start it begins now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewWindow(
            String name,
            boolean everything,
            List<UUID> checkIds,
            List<UUID> serviceIds,
            List<UUID> teamIds,
            LocalDateTime starts,
            String zone,
            Duration duration,
            String rrule) {}

    @GET
    Items<Window> all(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    Window create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, NewWindow window);

    @POST
    @Path("{id}/end")
    Window end(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @DELETE
    @Path("{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);
}
