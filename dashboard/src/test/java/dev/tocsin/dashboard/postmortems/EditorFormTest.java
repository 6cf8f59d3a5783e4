package dev.tocsin.dashboard.postmortems;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.postmortems.Report.Measured;
import dev.tocsin.dashboard.postmortems.Report.Missing;
import dev.tocsin.dashboard.web.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class EditorFormTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void timesAreReadInTheAuthorsZone() {
        var content = EditorForm.posted(Form.posted(typed()), NEW_YORK).content();
        assertThat(content.summary().impactStart()).isEqualTo("2026-11-22T02:05:00Z");
        assertThat(content.timeline().getFirst().at()).isEqualTo("2026-11-22T02:06:30Z");
    }

    @Test
    void whatIsTypedComesBackAsItWas() {
        var form = EditorForm.posted(Form.posted(typed()), NEW_YORK);
        var again = EditorForm.of(form.content(), 7, NEW_YORK);
        assertThat(again.content()).isEqualTo(form.content());
        assertThat(again.version()).isEqualTo(7);
        assertThat(again.form().text("timeline[0].at")).isEqualTo("2026-11-21T21:06:30");
    }

    @Test
    void rowsInWhichNothingStandsAreNotSaved() {
        var form = EditorForm.posted(Form.posted(typed()), NEW_YORK)
                .edited("line-add")
                .flatMap(more -> more.edited("task-add"))
                .orElseThrow();
        assertThat(form.lines()).isEqualTo(2);
        assertThat(form.content().timeline()).hasSize(1);
        assertThat(form.content().tasks()).hasSize(1);
    }

    @Test
    void aLineAddedAfterAMeasuredOneStartsAtItsTime() {
        var form = EditorForm.posted(Form.posted(typed()), NEW_YORK)
                .edited("line-add:2026-11-22T02:11:54.310Z")
                .orElseThrow();
        assertThat(form.form().text("timeline[1].at")).isEqualTo("2026-11-21T21:11:54");
    }

    @Test
    void removingARowLeavesTheOthers() {
        var form = EditorForm.posted(Form.posted(typed()), NEW_YORK)
                .edited("line-remove:0")
                .orElseThrow();
        assertThat(form.content().timeline()).isEmpty();
        assertThat(form.content().tasks()).hasSize(1);
        assertThat(EditorForm.posted(Form.posted(typed()), NEW_YORK).edited("save"))
                .isEmpty();
    }

    @Test
    void whatCannotBeUnderstoodIsNamedAndKept() {
        var fields = typed();
        fields.put("summary.usersAffectedPercent", List.of("most"));
        fields.put("timeline[0].at", List.of("around two"));
        var checked = EditorForm.posted(Form.posted(fields), NEW_YORK).checked().form();
        assertThat(checked.wrong("summary.usersAffectedPercent")).isTrue();
        assertThat(checked.wrong("timeline[0].at")).isTrue();
        assertThat(checked.text("timeline[0].at")).isEqualTo("around two");
    }

    @Test
    void measuredAndTypedLinesStandInOneOrder() {
        var form = EditorForm.posted(Form.posted(typed()), NEW_YORK)
                .edited("line-add")
                .orElseThrow();
        var measured =
                new Measured(1, Instant.parse("2026-11-22T02:11:54Z"), "triggered", "Triggered", null, false, null);
        var lines = EditorLines.of(List.of(measured), form.entries());
        assertThat(lines).extracting(EditorLines.Line::row).containsExactly(0, -1, 1);
    }

    @Test
    void theChecklistNamesWhatIsMissingAndWhere() {
        var checklist = Checklist.of(List.of(
                new Missing("tasks[0].due", "measures", "give it a day"),
                new Missing("hook", "issueSummary", "write one")));
        assertThat(checklist.done()).isEqualTo(checklist.items().size() - 2);
        assertThat(checklist.items())
                .filteredOn(item -> !item.met())
                .extracting(Checklist.Item::field)
                .containsExactly("hook", "tasks[0].due");
    }

    @Test
    void whatIsSaidOfASavedRowFindsItsRowInTheForm() {
        var fields = typed();
        fields.put("timeline[1].text", List.of(""));
        fields.put("timeline[2].text", List.of("The database was restarted."));
        var form = EditorForm.posted(Form.posted(fields), NEW_YORK);
        assertThat(form.content().timeline()).hasSize(2);
        assertThat(form.fieldOf("timeline[0].text")).isEqualTo("timeline[0].text");
        assertThat(form.fieldOf("timeline[1].text")).isEqualTo("timeline[2].text");
        assertThat(form.fieldOf("tasks[0].due")).isEqualTo("tasks[0].due");
        assertThat(form.fieldOf("timeline")).isEqualTo("timeline");

        var read = Advice.beside(
                form, List.of(new Report.Hit("timeline[1].text", 4, 12, "verdict", "database", "Say it better.")));
        assertThat(read.hints("timeline[2].text")).containsExactly(new Form.Hint("database", "Say it better.", 4, 12));
        assertThat(read.isRead("timeline[0].text")).isTrue();
        assertThat(read.isRead("timeline[0].role")).isFalse();
    }

    private static Map<String, List<String>> typed() {
        var fields = new HashMap<String, List<String>>();
        fields.put("version", List.of("3"));
        fields.put("title", List.of("The night"));
        fields.put("summary.zone", List.of("Europe/Berlin"));
        fields.put("summary.impactStart", List.of("2026-11-21T21:05"));
        fields.put("summary.usersAffectedPercent", List.of("12.5"));
        fields.put("rootCause", List.of("A full disk,\r\nand nobody looked."));
        fields.put("timeline[0].id", List.of("01900000-0000-7000-8000-000000000001"));
        fields.put("timeline[0].at", List.of("2026-11-21T21:06:30"));
        fields.put("timeline[0].kind", List.of("misleading"));
        fields.put("timeline[0].text", List.of("We blamed the network."));
        fields.put("tasks[0].id", List.of("01900000-0000-7000-8000-000000000002"));
        fields.put("tasks[0].title", List.of("Alert at 80 %"));
        fields.put("tasks[0].due", List.of("2026-12-01"));
        fields.put("hiddenSeqs", List.of("3", "x"));
        return fields;
    }
}
