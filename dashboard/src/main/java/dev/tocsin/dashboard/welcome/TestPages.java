package dev.tocsin.dashboard.welcome;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.welcome.WelcomeClient.Try;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** "Send me a test page": by every verified way, and on the same page, live, what became of it. */
@Path("/test-page")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("viewer")
@RunOnVirtualThread
public class TestPages {
    @CheckedTemplate(basePath = "TestPages")
    record page(List<Proof> tests, boolean pending, FirstSteps steps, Viewer viewer) implements TemplateInstance {}

    @CheckedTemplate(basePath = "TestPages")
    record state(List<Proof> tests, boolean pending, FirstSteps steps) implements TemplateInstance {}

    private final WelcomeClient client;
    private final FirstSteps.Source steps;
    private final CurrentViewer viewers;
    private final Clock clock;

    TestPages(@RestClient WelcomeClient client, FirstSteps.Source steps, CurrentViewer viewers, Clock clock) {
        this.client = client;
        this.steps = steps;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page() {
        var tests = tests();
        return new page(tests, pending(tests), steps(), viewers.get());
    }

    /** What became of them, for an open page to take over each second while something is on its way. */
    @GET
    @Path("state")
    public TemplateInstance state() {
        var tests = tests();
        return new state(tests, pending(tests), steps());
    }

    @POST
    public Response send() {
        try {
            var viewer = viewers.get();
            var tries =
                    ONCALL.call(() -> client.send(viewer.bearer(), viewer.id())).items();
            return said(tries).on("/test-page");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(WelcomeWords.class).notSent(refused.getMessage()))
                    .on("/test-page");
        }
    }

    @POST
    @Path("{test}/arrived")
    public Response arrived(UUID test) {
        var viewer = viewers.get();
        ONCALL.run(() -> client.arrived(viewer.bearer(), viewer.id(), test));
        return Flash.good(say(WelcomeWords.class).goodAPageReachesYou()).on("/test-page");
    }

    private static Flash said(List<Try> tries) {
        var words = say(WelcomeWords.class);
        var failed = tries.stream().filter(one -> !one.sent()).toList();
        if (failed.isEmpty()) return Flash.good(words.aTestPageIsOnIts());
        var why = failed.stream()
                .map(one -> "%s: %s".formatted(one.address(), one.why()))
                .collect(Collectors.joining("; "));
        return failed.size() == tries.size()
                ? Flash.bad(words.nothingWasSent(why))
                : Flash.warn(words.aTestPageIsOnIts2(why));
    }

    private List<Proof> tests() {
        var viewer = viewers.get();
        return ONCALL.call(() -> client.tests(viewer.bearer(), viewer.id())).items().stream()
                .map(Proof::of)
                .toList();
    }

    private FirstSteps steps() {
        return ONCALL.call(() -> steps.of(viewers.get()));
    }

    private boolean pending(List<Proof> tests) {
        Instant now = clock.instant();
        return tests.stream().anyMatch(test -> test.pending(now));
    }
}
