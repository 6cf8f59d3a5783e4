package dev.tocsin.dashboard.postmortems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tocsin.dashboard.postmortems.Report.Hit;
import dev.tocsin.dashboard.postmortems.Report.Missing;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Form.Hint;

/** Puts what postmortem-service says of a saved report beside the fields of the form it was saved from. Pure. */
final class Advice {
    private static final List<String> PROSE = List.of(
            "title",
            "subtitle",
            "hook",
            "tldr",
            "summary.whatWasAffected",
            "summary.usersExperienced",
            "summary.howCounted",
            "summary.rootCauseInBrief",
            "detectedHow",
            "rootCause",
            "resolution",
            "improvements");

    private Advice() {}

    /** The form with a place for hints at every field that is read, and the hints in their places. */
    static Form beside(EditorForm form, List<Hit> lint) {
        var hints = new LinkedHashMap<String, List<Hint>>();
        PROSE.forEach(field -> hints.put(field, List.of()));
        for (var row = 0; row < form.lines(); row++) hints.put("timeline[%d].text".formatted(row), List.of());
        for (var row = 0; row < form.tasks(); row++) {
            hints.put("tasks[%d].title".formatted(row), List.of());
            hints.put("tasks[%d].doneWhen".formatted(row), List.of());
        }
        for (var extra = 0; form.form().names().contains("extras[%d].text".formatted(extra)); extra++)
            hints.put("extras[%d].text".formatted(extra), List.of());
        if (lint != null) lint.forEach(hit -> add(hints, form.fieldOf(hit.field()), hit));
        return form.form().hinted(hints);
    }

    private static void add(Map<String, List<Hint>> hints, String field, Hit hit) {
        var more = new ArrayList<>(hints.getOrDefault(field, List.of()));
        more.add(new Hint(hit.found(), hit.suggestion(), hit.start(), hit.end()));
        hints.put(field, List.copyOf(more));
    }

    /** What is missing, each with the field of this form in which it is missing. */
    static List<Missing> placed(EditorForm form, List<Missing> gate) {
        return gate.stream()
                .map(item -> new Missing(form.fieldOf(item.field()), item.section(), item.reason()))
                .toList();
    }
}
