package dev.tocsin.dashboard.postmortems;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tocsin.dashboard.postmortems.Report.Missing;

/**
 * The gate as a list to tick off: everything a report needs, and what of it is still missing. Pure.
 *
 * @param done how many of {@code items} are
 */
record Checklist(List<Item> items, int done) {
    /** The fields the gate speaks of, in the order of the form, with the words of the list. */
    private static final List<Need> NEEDS = List.of(
            new Need("title", "Title"),
            new Need("hook", "Hook"),
            new Need("tldr", "TL;DR in 40 words"),
            new Need("summary.impactStart", "When the impact started"),
            new Need("summary.impactEnd", "When it ended"),
            new Need("summary.whatWasAffected", "What was affected"),
            new Need("summary.usersExperienced", "What users experienced"),
            new Need("summary.usersAffectedPercent", "Share of users"),
            new Need("summary.howCounted", "How it was counted"),
            new Need("summary.rootCauseInBrief", "Root cause in brief"),
            new Need("detectedHow", "How it was detected"),
            new Need("timeline", "Started, detected and resolved on the timeline"),
            new Need("noMisleadingPaths", "Misleading paths, or none said"),
            new Need("rootCause", "Root cause"),
            new Need("resolution", "Resolution"),
            new Need("improvements", "Improvements"),
            new Need("tasks", "A task with owner, day and done-when"),
            new Need("words", "400 to 600 words"));

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
        var items = NEEDS.stream().map(need -> item(need, gate)).toList();
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
