package dev.tocsin.dashboard.oncall;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import static dev.tocsin.dashboard.web.Language.say;

/** Escalation policies as oncall-service keeps them. */
@Path("/api/v1/policies")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface PoliciesClient {
    /** @param repeats how often the steps begin again after the last one */
    record Policy(UUID id, String name, Ref team, int repeats, List<Step> steps, int version) {}

    /** @param delay wait before the next step */
    record Step(Duration delay, List<Target> targets) {
        String names() {
            return String.join(", ", targets.stream().map(Target::name).toList());
        }
    }

    /** @param kind schedule, person or team */
    record Target(String kind, UUID id, String name) {
        public String href() {
            return switch (kind) {
                case "schedule" -> "/schedules/" + id;
                case "team" -> "/teams/" + id;
                default -> "/people/" + id;
            };
        }

        public String words() {
            return switch (kind) {
                case "schedule" -> say(PolicyWords.class).whoeverIsOnCallIn2(name);
                case "team" -> say(PolicyWords.class).everybodyOf(name);
                default -> name;
            };
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(String name, UUID teamId, int repeats, List<NewStep> steps, Integer version) {}

    record NewStep(Duration delay, List<NewTarget> targets) {}

    record NewTarget(String kind, UUID id) {}

    @GET
    Items<Policy> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @POST
    Policy create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Described policy);

    @GET
    @Path("{id}")
    Policy policy(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("{id}")
    Policy change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Described policy);

    @DELETE
    @Path("{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);
}
