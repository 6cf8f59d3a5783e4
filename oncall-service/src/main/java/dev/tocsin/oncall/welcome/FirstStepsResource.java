package dev.tocsin.oncall.welcome;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far the caller is on the way to a test page in their hand. */
@Path("/api/v1/first-steps")
@RolesAllowed("viewer")
@Transactional
@RunOnVirtualThread
public class FirstStepsResource {
    private final FirstSteps steps;
    private final Audit audit;
    private final Caller caller;

    FirstStepsResource(FirstSteps steps, Audit audit, Caller caller) {
        this.steps = steps;
        this.audit = audit;
        this.caller = caller;
    }

    /** @param key team, method, test-page, schedule, policy or service */
    record Step(String key, boolean done) {}

    /** @param putAway the caller does not want to see them any more */
    record View(boolean putAway, List<Step> steps) {
        static View of(FirstSteps.Progress progress) {
            return new View(
                    progress.putAway(),
                    List.of(
                            new Step("method", progress.method()),
                            new Step("test-page", progress.testPage()),
                            new Step("team", progress.team()),
                            new Step("schedule", progress.schedule()),
                            new Step("policy", progress.policy()),
                            new Step("service", progress.service())));
        }
    }

    record PutAway(@NotNull Boolean putAway) {}

    @GET
    @Operation(summary = "The first steps, in order: two of the caller's own, four of the company's.")
    public View steps() {
        return View.of(steps.of(caller.id()));
    }

    @PUT
    @Operation(summary = "Put the list of first steps away, or bring it back.")
    public View putAway(@Valid @NotNull PutAway request) {
        steps.putAway(caller.id(), request.putAway());
        audit.record(
                caller.actor(),
                request.putAway() ? "first-steps.put-away" : "first-steps.brought-back",
                caller.name(),
                "");
        return steps();
    }
}
