package dev.tocsin.dashboard.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import dev.tocsin.dashboard.web.Viewer;
import dev.tocsin.dashboard.welcome.WelcomeClient.Progress;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;

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

    /** Whether a contact method of theirs may be paged. */
    public boolean reachable() {
        return done("method");
    }

    /** What comes after a test page that arrived; null when it did not, or when nobody wants to be led. */
    public Step afterTestPage() {
        return wanted() && reachable() && done("test-page") ? next() : null;
    }

    private boolean done(String key) {
        return steps.stream().anyMatch(step -> step.key().equals(key) && step.done());
    }

    /** The one to do now. */
    public Step next() {
        return steps.stream().filter(step -> !step.done()).findFirst().orElse(null);
    }

    private static Optional<Step> known(String key, boolean done, Viewer viewer) {
        var words = say(WelcomeWords.class);
        return Optional.ofNullable(
                switch (key) {
                    case "method" ->
                        new Step(
                                key,
                                words.aPhoneThatIsYoursProven(),
                                words.addYourNumberAndTypeThe(),
                                "/people/" + viewer.id() + "#methods",
                                done);
                    case "test-page" ->
                        new Step(
                                key,
                                words.aTestPageInYourHand(),
                                words.sendOneToYourselfAndWatch(),
                                "/test-page",
                                done);
                    case "team" ->
                        new Step(key, words.aTeam(), words.schedulesPoliciesAndServicesBelongTo(), "/teams/new", done);
                    case "schedule" ->
                        new Step(
                                key,
                                words.aScheduleWithoutGaps(),
                                words.somebodyIsOnCallAllThrough(),
                                "/schedules/new",
                                done);
                    case "policy" ->
                        new Step(key, words.anEscalationPolicy(), words.whoIsPagedFirstAndWho(), "/policies/new", done);
                    case "service" ->
                        new Step(key, words.aService(), words.whatBreaksAndByWhichPolicy(), "/services/new", done);
                    case "check" ->
                        new Step(key, words.aCheck(), words.somethingThatIsAskedAgainAnd(), "/checks/watch", done);
                    default -> null;
                });
    }
}
