package dev.tocsin.dashboard.postmortems;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tocsin.dashboard.postmortems.Report.Missing;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * The gate as a list to tick off: everything a report needs, and what of it is still missing. Pure.
 *
 * @param done how many of {@code items} are
 */
record Checklist(List<Item> items, int done) {
    /** The fields the gate speaks of, in the order of the form, with the words of the list. */
    private static List<Need> needs() {
        return List.of(
                new Need("title", say(WritingWords.class).title()),
                new Need("hook", say(WritingWords.class).hook()),
                new Need("tldr", say(WritingWords.class).tlDrIn40Words()),
                new Need("summary.impactStart", say(WritingWords.class).whenTheImpactStarted()),
                new Need("summary.impactEnd", say(WritingWords.class).whenItEnded()),
                new Need("summary.whatWasAffected", say(WritingWords.class).whatWasAffected()),
                new Need("summary.usersExperienced", say(WritingWords.class).whatUsersExperienced()),
                new Need("summary.usersAffectedPercent", say(WritingWords.class).shareOfUsers()),
                new Need("summary.howCounted", say(WritingWords.class).howItWasCounted()),
                new Need("summary.rootCauseInBrief", say(WritingWords.class).rootCauseInBrief()),
                new Need("detectedHow", say(WritingWords.class).howItWasDetected()),
                new Need("timeline", say(WritingWords.class).startedDetectedAndResolvedOnThe()),
                new Need("noMisleadingPaths", say(WritingWords.class).misleadingPathsOrNoneSaid()),
                new Need("rootCause", say(WritingWords.class).rootCause()),
                new Need("resolution", say(WritingWords.class).resolution()),
                new Need("improvements", say(WritingWords.class).improvements()),
                new Need("tasks", say(WritingWords.class).aTaskWithOwnerDayAnd()),
                new Need("words", say(WritingWords.class).n400To600Words()));
    }

    /** Where the label alone does not say what to do. */
    private static final Set<String> EXPLAINED =
            Set.of("tldr", "summary.impactEnd", "timeline", "noMisleadingPaths", "words");

    private record Need(String field, String label) {
        boolean covers(String missing) {
            return missing.equals(field) || missing.startsWith(field + "[");
        }
    }

    /**
     * One need.
     *
     * @param field where it is met: the first field at fault when it is not
     * @param reason what is missing, empty when nothing is or the label says it all
     */
    record Item(String field, String label, boolean met, String reason) {}

    static Checklist of(List<Missing> gate) {
        var items = needs().stream().map(need -> item(need, gate)).toList();
        return new Checklist(items, (int) items.stream().filter(Item::met).count());
    }

    /** With a need for each section that the report's template adds. */
    static Checklist of(List<Missing> gate, Report.Shape shape) {
        var all = new ArrayList<>(of(gate).items());
        for (var i = 0; i < shape.sections().size(); i++) {
            var need = new Need(
                    "extras[%d].text".formatted(i), shape.sections().get(i).title());
            all.add(all.size() - 1, item(need, gate));
        }
        return new Checklist(
                List.copyOf(all), (int) all.stream().filter(Item::met).count());
    }

    private static Item item(Need need, List<Missing> gate) {
        return gate.stream()
                .filter(missing -> need.covers(missing.field()))
                .findFirst()
                .map(missing -> new Item(missing.field(), need.label(), false, explained(missing)))
                .orElse(new Item(need.field(), need.label(), true, ""));
    }

    private static String explained(Missing missing) {
        return EXPLAINED.contains(missing.field())
                        || missing.field().indexOf('[') > 0 && !missing.field().startsWith("extras")
                ? missing.reason()
                : "";
    }
}
