package dev.tocsin.dashboard.incidents;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import dev.tocsin.dashboard.chart.Axis;
import dev.tocsin.dashboard.chart.LineChart;
import dev.tocsin.dashboard.chart.LineChart.Point;
import dev.tocsin.dashboard.chart.Parts.Table;
import dev.tocsin.dashboard.incidents.RelatedClients.Curve;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.web.Language;
import dev.tocsin.dashboard.web.TimeWords;

import static dev.tocsin.dashboard.web.Language.say;

/** What a check saw around an incident, as a line with its failures marked. Pure. */
final class CheckCurve {
    private CheckCurve() {}

    /** @return null when nothing was probed in that time */
    static LineChart chart(Curve curve, Instant until, ZoneId zone) {
        var words = say(IncidentWords.class);
        var when = Language.dates(TimeWords::dayAndClock).withZone(zone);
        var points = new ArrayList<Point>();
        var failed = new ArrayList<Instant>();
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < curve.probes().size(); i++) {
            var at = curve.from().plus(curve.step().multipliedBy(i));
            var middle = at.plus(curve.step().dividedBy(2));
            var millis = curve.millis().get(i);
            var failures = curve.failed().get(i);
            // Between two rare probes the line goes on; over failures it does not.
            if (millis != null || failures > 0) points.add(new Point(middle, millis));
            if (failures > 0) failed.add(middle);
            if (curve.probes().get(i) > 0)
                rows.add(List.of(
                        when.format(at),
                        millis == null ? "—" : Clockface.millis(millis),
                        Long.toString(curve.probes().get(i)),
                        Long.toString(failures)));
        }
        if (rows.isEmpty()) return null;
        var largest = curve.millis().stream()
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(1.0);
        return LineChart.of(
                words.latencyOfAroundTheIncidentWith(curve.check(), failed.size()),
                curve.from(),
                until,
                zone,
                List.of(new LineChart.Series(words.median(), points)),
                failed,
                Axis.millis(largest),
                new Table(List.of(words.from(), words.median2(), words.probes(), words.failed()), rows));
    }
}
