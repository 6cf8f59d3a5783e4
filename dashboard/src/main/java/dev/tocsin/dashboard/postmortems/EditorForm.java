package dev.tocsin.dashboard.postmortems;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tocsin.dashboard.postmortems.Report.Content;
import dev.tocsin.dashboard.postmortems.Report.Entry;
import dev.tocsin.dashboard.postmortems.Report.Extra;
import dev.tocsin.dashboard.postmortems.Report.Summary;
import dev.tocsin.dashboard.postmortems.Report.Task;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Format;
import dev.tocsin.dashboard.web.Zones;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * A report's text as the editor holds it. Every field is named by the path that the gate and the service's refusals use,
 * so that each finds its field. Times are read and shown in the author's zone. Pure.
 *
 * @param lines how many rows the timeline has
 * @param tasks how many rows the tasks have
 */
record EditorForm(Form form, int lines, int tasks, ZoneId zone) {
    private static final Pattern ROW = Pattern.compile("(timeline|tasks)\\[(\\d{1,4})](.*)");

    static EditorForm of(Content content, int version, ZoneId zone) {
        var summary = content.summary();
        var form = Form.blank()
                .with("version", version)
                .with("title", content.title())
                .with("subtitle", content.subtitle())
                .with("hook", content.hook())
                .with("tldr", content.tldr())
                .with("cover", content.cover())
                .with("pullQuote", content.pullQuote())
                .with("tags", content.tags() == null ? "" : String.join(", ", content.tags()))
                .with("summary.zone", summary.zone())
                .with("summary.impactStart", local(summary.impactStart(), zone))
                .with("summary.impactEnd", local(summary.impactEnd(), zone))
                .with("summary.whatWasAffected", summary.whatWasAffected())
                .with("summary.usersExperienced", summary.usersExperienced())
                .with("summary.usersAffectedPercent", plain(summary.usersAffectedPercent()))
                .with("summary.howCounted", summary.howCounted())
                .with("summary.rootCauseInBrief", summary.rootCauseInBrief())
                .with("noMisleadingPaths", content.noMisleadingPaths() ? "true" : null)
                .with("detectedHow", content.detectedHow())
                .with("rootCause", content.rootCause())
                .with("resolution", content.resolution())
                .with("improvements", content.improvements())
                .withAll(
                        "hiddenSeqs",
                        content.hiddenSeqs().stream().map(String::valueOf).toList());
        for (var i = 0; i < content.extras().size(); i++) {
            var extra = content.extras().get(i);
            form = form.with("extras[%d].id".formatted(i), extra.id())
                    .with("extras[%d].title".formatted(i), extra.title())
                    .with("extras[%d].text".formatted(i), extra.text());
        }
        return new EditorForm(form, 0, 0, zone).withLines(content.timeline()).withTasks(content.tasks());
    }

    static EditorForm posted(Form form, ZoneId zone) {
        var lines = 0;
        while (!form.all("timeline[%d].text".formatted(lines)).isEmpty()) lines++;
        var tasks = 0;
        while (!form.all("tasks[%d].title".formatted(tasks)).isEmpty()) tasks++;
        return new EditorForm(form, lines, tasks, zone);
    }

    EditorForm with(Form other) {
        return new EditorForm(other, lines, tasks, zone);
    }

    int version() {
        return form.number("version").orElse(0);
    }

    /** The form with one row more or less, when one of its row buttons was pressed. */
    Optional<EditorForm> edited(String command) {
        if (command.equals("line-add") || command.startsWith("line-add:")) {
            var at = instant(command.substring(Math.min(command.length(), "line-add:".length())));
            return Optional.of(withLines(plus(entries(), Entry.blank(at.orElse(null)))));
        }
        if (command.startsWith("line-remove:")) return Optional.of(withLines(without(entries(), command)));
        if (command.equals("task-add"))
            return Optional.of(withTasks(plus(work(), new Task(UUID.randomUUID(), "", "", null, null, "", "", ""))));
        if (command.startsWith("task-remove:")) return Optional.of(withTasks(without(work(), command)));
        return Optional.empty();
    }

    /** The form with a row to begin with where there is none yet: a blank row is not saved. */
    EditorForm inviting() {
        var more = lines > 0 ? this : edited("line-add").orElse(this);
        return more.tasks > 0 ? more : more.edited("task-add").orElse(more);
    }

    /** What cannot be understood: a time that is none, a share that is no number. What is missing is the gate's business. */
    EditorForm checked() {
        var words = say(WritingWords.class);
        var checked = form;
        for (var field : List.of("summary.impactStart", "summary.impactEnd"))
            if (unreadable(field)) checked = checked.refuse(field, words.thisIsNoDateAndTime());
        if (form.given("summary.usersAffectedPercent").isPresent() && percent().isEmpty())
            checked = checked.refuse("summary.usersAffectedPercent", words.aNumberAbove0AtMost());
        for (var i = 0; i < lines; i++) {
            var field = "timeline[%d].at".formatted(i);
            if (unreadable(field)) checked = checked.refuse(field, words.thisIsNoDateAndTime());
        }
        for (var i = 0; i < tasks; i++) {
            var field = "tasks[%d].due".formatted(i);
            if (form.given(field).isPresent() && day(form.text(field)).isEmpty())
                checked = checked.refuse(field, words.thisIsNoDay());
        }
        return with(checked);
    }

    /** Everything typed; rows in which nothing was typed are left out. */
    Content content() {
        return new Content(
                form.text("title").strip(),
                form.text("subtitle").strip(),
                form.text("hook").strip(),
                text("tldr"),
                new Summary(
                        form.given("summary.zone").orElse(zone.getId()),
                        at("summary.impactStart").orElse(null),
                        at("summary.impactEnd").orElse(null),
                        text("summary.whatWasAffected"),
                        text("summary.usersExperienced"),
                        percent().orElse(null),
                        text("summary.howCounted"),
                        text("summary.rootCauseInBrief")),
                entries().stream().filter(line -> !blank(line)).toList(),
                form.checked("noMisleadingPaths"),
                text("detectedHow"),
                text("rootCause"),
                text("resolution"),
                text("improvements"),
                work().stream().filter(task -> !blank(task)).toList(),
                form.all("hiddenSeqs").stream()
                        .filter(seq -> seq.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .toList(),
                form.given("cover").orElse("plain"),
                form.text("pullQuote").strip(),
                Stream.of(form.text("tags").split("[,;\\n]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                extras());
    }

    /** The texts of the sections that the report's template adds. */
    List<Extra> extras() {
        var rows = new ArrayList<Extra>();
        for (var i = 0; form.id("extras[%d].id".formatted(i)).isPresent(); i++) {
            var row = "extras[%d].".formatted(i);
            rows.add(new Extra(
                    form.id(row + "id").orElseThrow(), form.text(row + "title").strip(), text(row + "text")));
        }
        return rows;
    }

    /**
     * Where a path of the saved report stands in this form: rows in which nothing is typed are not saved, so the report
     * may count fewer than the form.
     */
    String fieldOf(String path) {
        var row = ROW.matcher(path);
        if (!row.matches()) return path;
        var kept = row.group(1).equals("timeline")
                ? kept(entries(), line -> !blank(line))
                : kept(work(), task -> !blank(task));
        var index = Integer.parseInt(row.group(2));
        return index < kept.size() ? row.group(1) + "[" + kept.get(index) + "]" + row.group(3) : path;
    }

    private static <T> List<Integer> kept(List<T> rows, Predicate<T> typed) {
        return IntStream.range(0, rows.size())
                .filter(i -> typed.test(rows.get(i)))
                .boxed()
                .toList();
    }

    List<Entry> entries() {
        var rows = new ArrayList<Entry>();
        for (var i = 0; i < lines; i++) {
            var row = "timeline[%d].".formatted(i);
            rows.add(new Entry(
                    form.id(row + "id").orElseGet(UUID::randomUUID),
                    at(row + "at").orElse(null),
                    form.given(row + "kind").orElse("note"),
                    text(row + "text"),
                    form.text(row + "role").strip(),
                    form.checked(row + "pinned"),
                    form.checked(row + "hidden"),
                    form.text(row + "to").strip(),
                    form.text(row + "evidence").strip()));
        }
        return rows;
    }

    List<Task> work() {
        var rows = new ArrayList<Task>();
        for (var i = 0; i < tasks; i++) {
            var row = "tasks[%d].".formatted(i);
            rows.add(new Task(
                    form.id(row + "id").orElseGet(UUID::randomUUID),
                    form.text(row + "title").strip(),
                    form.text(row + "owner").strip(),
                    // The id belongs to the name that stood there; another name is another person.
                    form.id(row + "ownerId")
                            .filter(_ -> form.text(row + "owner")
                                    .strip()
                                    .equals(form.text(row + "ownerWas").strip()))
                            .orElse(null),
                    day(form.text(row + "due")).orElse(null),
                    text(row + "doneWhen"),
                    form.text(row + "link").strip(),
                    form.text(row + "check").strip()));
        }
        return rows;
    }

    private EditorForm withLines(List<Entry> rows) {
        var filled = form;
        for (var i = 0; i < rows.size(); i++) {
            var row = "timeline[%d].".formatted(i);
            var line = rows.get(i);
            filled = filled.with(row + "id", line.id())
                    .with(row + "at", local(line.at(), zone))
                    .with(row + "kind", line.kind())
                    .with(row + "text", line.text())
                    .with(row + "role", line.role())
                    .with(row + "pinned", line.pinned() ? "true" : null)
                    .with(row + "hidden", line.hidden() ? "true" : null)
                    .with(row + "to", line.to())
                    .with(row + "evidence", line.evidence());
        }
        return new EditorForm(filled, rows.size(), tasks, zone);
    }

    private EditorForm withTasks(List<Task> rows) {
        var filled = form;
        for (var i = 0; i < rows.size(); i++) {
            var row = "tasks[%d].".formatted(i);
            var task = rows.get(i);
            filled = filled.with(row + "id", task.id())
                    .with(row + "title", task.title())
                    .with(row + "owner", task.owner())
                    .with(row + "ownerWas", task.owner())
                    .with(row + "ownerId", task.ownerId())
                    .with(row + "due", task.due())
                    .with(row + "doneWhen", task.doneWhen())
                    .with(row + "link", task.link())
                    .with(row + "check", task.check());
        }
        return new EditorForm(filled, lines, rows.size(), zone);
    }

    private String text(String field) {
        return form.text(field).replace("\r\n", "\n").strip();
    }

    private Optional<Instant> at(String field) {
        return Zones.instant(form.text(field), zone);
    }

    private boolean unreadable(String field) {
        return form.given(field).isPresent() && at(field).isEmpty();
    }

    private Optional<BigDecimal> percent() {
        var typed = form.text("summary.usersAffectedPercent")
                .strip()
                .replace(',', '.')
                .replaceFirst("\\s*%$", "");
        if (!typed.matches("\\d{1,3}(\\.\\d{1,6})?")) return Optional.empty();
        return Optional.of(new BigDecimal(typed)).filter(percent -> percent.compareTo(BigDecimal.valueOf(100)) <= 0);
    }

    private static boolean blank(Entry line) {
        return line.at() == null && (line.text() + line.role() + line.to() + line.evidence()).isBlank();
    }

    private static boolean blank(Task task) {
        return (task.title() + task.owner() + task.doneWhen() + task.link() + task.check()).isBlank()
                && task.due() == null;
    }

    private static <T> List<T> plus(List<T> rows, T row) {
        var more = new ArrayList<>(rows);
        more.add(row);
        return more;
    }

    private static <T> List<T> without(List<T> rows, String command) {
        var number = command.substring(command.indexOf(':') + 1);
        var fewer = new ArrayList<>(rows);
        if (number.matches("\\d{1,4}") && Integer.parseInt(number) < fewer.size())
            fewer.remove(Integer.parseInt(number));
        return fewer;
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException mangled) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException typedOtherwise) {
            return Optional.empty();
        }
    }

    private static String local(Instant at, ZoneId zone) {
        return at == null ? null : Format.local(at, zone);
    }

    private static String plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
