package dev.tocsin.postmortem.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a report asks of its authors beyond the fixed sections: words of guidance, an aim for the length of each section,
 * and sections of the company's own. A report keeps the shape it was given, whatever becomes of the template. No shape
 * asks for less than the gate does.
 *
 * @param id the template's id; null for the standard one
 * @param sections further ones, each of which must be filled
 */
public record Shape(UUID id, String name, Guidance guidance, Aims aims, List<Added> sections) {
    /** The owner's template. */
    public static final Shape STANDARD = new Shape(
            null,
            "Standard",
            null,
            new Aims(new Aim(90, 130), new Aim(120, 180), new Aim(120, 180), new Aim(70, 110)),
            List.of());

    private static final int LONGEST_GUIDANCE = 500;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SECTIONS = 5;
    private static final int LEAST_WORDS = 400;
    private static final int MOST_WORDS = 600;

    /** Stands under the heading of each fixed section; empty says nothing. */
    public record Guidance(String issueSummary, String timeline, String rootCauseAndResolution, String measures) {
        public Guidance {
            issueSummary = text(issueSummary);
            timeline = text(timeline);
            rootCauseAndResolution = text(rootCauseAndResolution);
            measures = text(measures);
        }
    }

    /** So many words make a good section. */
    public record Aim(int least, int most) {}

    public record Aims(Aim issueSummary, Aim timeline, Aim rootCauseAndResolution, Aim measures) {
        public Aims {
            issueSummary = issueSummary == null ? new Aim(90, 130) : issueSummary;
            timeline = timeline == null ? new Aim(120, 180) : timeline;
            rootCauseAndResolution = rootCauseAndResolution == null ? new Aim(120, 180) : rootCauseAndResolution;
            measures = measures == null ? new Aim(70, 110) : measures;
        }
    }

    /** A section of the company's own. */
    public record Added(UUID id, String title, String guidance, Aim aim) {
        public Added {
            title = text(title);
            guidance = text(guidance);
            aim = aim == null ? new Aim(0, 0) : aim;
        }
    }

    public Shape {
        name = text(name);
        guidance = guidance == null ? new Guidance(null, null, null, null) : guidance;
        aims = aims == null ? new Aims(null, null, null, null) : aims;
        sections = sections == null ? List.of() : List.copyOf(sections);
    }

    /** What keeps it from being a shape; each names its field. Empty when nothing does. */
    @JsonIgnore
    public List<Limits.Fault> faults() {
        var faults = new ArrayList<Limits.Fault>();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            faults.add(new Limits.Fault("name", "must have 1 to " + LONGEST_NAME + " characters"));
        guided(faults, "guidance.issueSummary", guidance.issueSummary());
        guided(faults, "guidance.timeline", guidance.timeline());
        guided(faults, "guidance.rootCauseAndResolution", guidance.rootCauseAndResolution());
        guided(faults, "guidance.measures", guidance.measures());
        aimed(faults, "aims.issueSummary", aims.issueSummary());
        aimed(faults, "aims.timeline", aims.timeline());
        aimed(faults, "aims.rootCauseAndResolution", aims.rootCauseAndResolution());
        aimed(faults, "aims.measures", aims.measures());
        if (sections.size() > MOST_SECTIONS)
            faults.add(new Limits.Fault("sections", "must be at most " + MOST_SECTIONS));
        var titles = new HashSet<String>();
        for (var i = 0; i < sections.size(); i++) {
            var field = "sections[" + i + "].";
            var section = sections.get(i);
            if (section.title().isEmpty() || section.title().length() > LONGEST_NAME)
                faults.add(new Limits.Fault(field + "title", "must have 1 to " + LONGEST_NAME + " characters"));
            else if (!titles.add(section.title().toLowerCase(Locale.ROOT)))
                faults.add(new Limits.Fault(field + "title", "is there twice"));
            guided(faults, field + "guidance", section.guidance());
            aimed(faults, field + "aim", section.aim());
        }
        if (all().mapToInt(Aim::least).sum() > MOST_WORDS)
            faults.add(new Limits.Fault("aims", "ask for more than 600 words, which is the most a report may have"));
        if (all().mapToInt(Aim::most).sum() < LEAST_WORDS)
            faults.add(new Limits.Fault("aims", "allow fewer than 400 words, which is the least a report may have"));
        return List.copyOf(faults);
    }

    private Stream<Aim> all() {
        var fixed = Stream.of(aims.issueSummary(), aims.timeline(), aims.rootCauseAndResolution(), aims.measures());
        return Stream.concat(fixed, sections.stream().map(Added::aim));
    }

    private static void guided(List<Limits.Fault> faults, String field, String text) {
        if (text.length() > LONGEST_GUIDANCE)
            faults.add(new Limits.Fault(field, "must be at most " + LONGEST_GUIDANCE + " characters"));
    }

    private static void aimed(List<Limits.Fault> faults, String field, Aim aim) {
        if (aim.least() < 0 || aim.most() < aim.least() || aim.most() > MOST_WORDS)
            faults.add(new Limits.Fault(field, "must be two numbers from 0 to 600, the smaller first"));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
