package dev.tocsin.dashboard.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.welcome.WelcomeClient.Progress;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The first steps of one person: their own, and for those who may act the company's. Pure but for its source. */
public record FirstSteps(boolean putAway, List<Step> steps) {
    private static final List<String> ONES_OWN = List.of("method", "test-page");

    /** One thing to do, where, and whether it is done. */
    public record Step(String key, String label, String hint, String href, boolean done) {}

    /** Where the progress comes from. */
    @Singleton
    public static class Source {
        private final WelcomeClient client;

        Source(@RestClient WelcomeClient client) {
            this.client = client;
        }

        /**
         * The steps as far as oncall-service knows them, the check's as done.
         *
         * @throws RuntimeException as the call fails; wrap it in {@code ONCALL.ask}
         */
        public FirstSteps of(Viewer viewer) {
            return FirstSteps.of(client.progress(viewer.bearer()), viewer, true);
        }
    }

    /** @param checked whether something is watched already; when nobody knows, it counts as done */
    static FirstSteps of(Progress progress, Viewer viewer, boolean checked) {
        var steps = new ArrayList<Step>();
        for (var step : progress.steps()) {
            if (viewer.mayAct() || ONES_OWN.contains(step.key()))
                known(step.key(), step.done(), viewer).ifPresent(steps::add);
        }
        if (viewer.mayAct()) known("check", checked, viewer).ifPresent(steps::add);
        return new FirstSteps(progress.putAway(), List.copyOf(steps));
    }

    /** The same, knowing whether something is watched. */
    public FirstSteps checked(boolean done) {
        return new FirstSteps(
                putAway,
                steps.stream()
                        .map(step -> step.key.equals("check")
                                ? new Step(step.key, step.label, step.hint, step.href, done)
                                : step)
                        .toList());
    }

    public long done() {
        return steps.stream().filter(Step::done).count();
    }

    public boolean finished() {
        return done() == steps.size();
    }

    /** Whether the board shows them. */
    public boolean wanted() {
        return !putAway && !finished();
    }

    /** The one to do now. */
    public Step next() {
        return steps.stream().filter(step -> !step.done()).findFirst().orElse(null);
    }

    private static Optional<Step> known(String key, boolean done, Viewer viewer) {
        return Optional.ofNullable(
                switch (key) {
                    case "method" ->
                        new Step(
                                key,
                                "A phone that is yours, proven",
                                "Add your number and type the code that arrives.",
                                "/people/" + viewer.id() + "#methods",
                                done);
                    case "test-page" ->
                        new Step(
                                key,
                                "A test page in your hand",
                                "Send one to yourself and watch it arrive.",
                                "/test-page",
                                done);
                    case "team" ->
                        new Step(key, "A team", "Schedules, policies and services belong to one.", "/teams/new", done);
                    case "schedule" ->
                        new Step(
                                key,
                                "A schedule without gaps",
                                "Somebody is on call all through the next two weeks.",
                                "/schedules/new",
                                done);
                    case "policy" ->
                        new Step(
                                key,
                                "An escalation policy",
                                "Who is paged first, and who when nobody answers.",
                                "/policies/new",
                                done);
                    case "service" ->
                        new Step(key, "A service", "What breaks, and by which policy.", "/services/new", done);
                    case "check" ->
                        new Step(key, "A check", "Something that is asked again and again.", "/checks/watch", done);
                    default -> null;
                });
    }
}
