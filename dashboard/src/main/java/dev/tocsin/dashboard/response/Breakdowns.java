package dev.tocsin.dashboard.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.tocsin.dashboard.response.ResponseClient.Breakdown;
import dev.tocsin.dashboard.response.ResponseClient.Group;
import dev.tocsin.dashboard.response.ResponseClient.Stat;
import dev.tocsin.dashboard.web.Clockface;

import static dev.tocsin.dashboard.web.Language.say;

/** A breakdown as its table shows it. Pure. */
record Breakdowns(String title, String dimension, List<Row> rows, int others, String csv) {
    private static final int ENOUGH = 5;

    /** A figure and the same of the stretch before, in words; {@code href} leads to the incidents behind it. */
    public record Cell(String mean, String detail, String before, String tone, String href) {}

    /** @param leftOut what is not in the MTA and why, with the incidents behind it */
    public record Row(String name, String href, int incidents, String all, Cell mta, Cell mtr, List<Left> leftOut) {}

    public record Left(String words, String href) {}

    /**
     * @param page where the figures of one group stand
     * @param behind the incidents behind a figure (its name) of a group
     */
    static Breakdowns of(
            String title,
            String dimension,
            Breakdown breakdown,
            BiFunction<String, String, String> page,
            BiFunction<Group, String, String> behind,
            String csv) {
        var rows = breakdown.items().stream()
                .map(group -> new Row(
                        group.name(),
                        page.apply(dimension, group.key()),
                        group.incidents(),
                        behind.apply(group, "all"),
                        cell(group.mta(), group.previous().mta(), behind.apply(group, "mta")),
                        cell(group.mtr(), group.previous().mtr(), behind.apply(group, "mtr")),
                        leftOut(group, behind)))
                .toList();
        return new Breakdowns(title, dimension, rows, breakdown.others(), csv);
    }

    static Cell cell(Stat now, Stat before, String href) {
        var was = before == null
                ? say(ResponseWords.class).noneBefore()
                : say(ResponseWords.class).beforeN(Clockface.measured(before.mean()), before.n());
        if (now == null) return new Cell("—", "n = 0", was, "", href);
        var detail = say(ResponseWords.class)
                .medianP90N(Clockface.measured(now.median()), Clockface.measured(now.p90()), now.n());
        return new Cell(Clockface.measured(now.mean()), detail, was, tone(now, before), href);
    }

    /** Half as long again, or a third shorter: less is noise, and so is what a few incidents say. */
    private static String tone(Stat now, Stat before) {
        if (before == null || before.mean().isZero() || Math.min(now.n(), before.n()) < ENOUGH) return "";
        var ratio = millis(now.mean()) / millis(before.mean());
        return ratio >= 1.5 ? "slower" : ratio <= 1 / 1.5 ? "faster" : "";
    }

    private static double millis(Duration length) {
        return length.toMillis();
    }

    private static List<Left> leftOut(Group group, BiFunction<Group, String, String> behind) {
        var words = say(ResponseWords.class);
        var left = new ArrayList<Left>();
        add(
                left,
                group.neverAcknowledged(),
                words.neverAcknowledged2(group.neverAcknowledged()),
                behind.apply(group, "never-acknowledged"));
        add(left, group.byOthers(), words.acknowledgedByOthers(group.byOthers()), behind.apply(group, "by-others"));
        add(left, group.waiting(), words.waiting2(group.waiting()), behind.apply(group, "waiting"));
        add(left, group.open(), words.open3(group.open()), behind.apply(group, "open"));
        return left;
    }

    private static void add(List<Left> left, int count, String words, String href) {
        if (count > 0) left.add(new Left(words, href));
    }
}
