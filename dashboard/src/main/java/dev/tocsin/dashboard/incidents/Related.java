package dev.tocsin.dashboard.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import dev.tocsin.dashboard.chart.LineChart;
import dev.tocsin.dashboard.incidents.RelatedClients.Like;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.Service.Later;
import dev.tocsin.dashboard.web.Viewer;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/**
 * What stands beside an incident: what its check saw around it, and what happened before that looked like it.
 *
 * @param curve null where no check raised it; its value null where nothing was measured
 */
record Related(UUID checkId, Answer<LineChart> curve, Answer<List<Before>> before) {
    private static final Duration MARGIN = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofDays(60);

    /** An earlier incident; {@code postmortem} leads to its published report, or is null. */
    record Before(Like like, String postmortem) {
        public boolean sameAlert() {
            return "same-alert".equals(like.because());
        }

        public boolean sameWords() {
            return "same-words".equals(like.because());
        }

        public Duration length() {
            return like.resolvedAt() == null ? null : Duration.between(like.triggeredAt(), like.resolvedAt());
        }
    }

    /** Where it comes from. */
    @Singleton
    static class Source {
        private final RelatedClients.Oncall oncall;
        private final RelatedClients.Monitor monitor;
        private final PostmortemLookup postmortems;
        private final Clock clock;

        Source(
                @RestClient RelatedClients.Oncall oncall,
                @RestClient RelatedClients.Monitor monitor,
                @RestClient PostmortemLookup postmortems,
                Clock clock) {
            this.oncall = oncall;
            this.monitor = monitor;
            this.postmortems = postmortems;
            this.clock = clock;
        }

        Related of(Viewer viewer, Incident incident) {
            var row = incident.row();
            var check = incident.check().orElse(null);
            Later<LineChart> curve = check == null ? null : MONITOR.later(() -> curve(viewer, check, row));
            var before = ONCALL.ask(
                            () -> oncall.similar(viewer.bearer(), row.id()).items())
                    .map(likes -> before(viewer, likes));
            return new Related(check, curve == null ? null : curve.get(), before);
        }

        private LineChart curve(Viewer viewer, UUID check, IncidentRow row) {
            var now = clock.instant();
            var from = row.triggeredAt().minus(MARGIN);
            var until = end(row, from, now);
            return CheckCurve.chart(
                    monitor.curve(viewer.bearer(), check, from.toString(), until.toString()), until, viewer.zone());
        }

        private static Instant end(IncidentRow row, Instant from, Instant now) {
            var end = row.resolvedAt() == null ? now : row.resolvedAt().plus(MARGIN);
            var within = from.plus(LONGEST);
            if (within.isBefore(end)) return within;
            return end.isAfter(now) ? now : end;
        }

        private List<Before> before(Viewer viewer, List<Like> likes) {
            var reports = likes.stream()
                    .map(like -> POSTMORTEM.later(() -> postmortems.byIncident(viewer.bearer(), like.id())))
                    .toList();
            return IntStream.range(0, likes.size())
                    .mapToObj(i ->
                            new Before(likes.get(i), published(reports.get(i).get())))
                    .toList();
        }

        private static String published(Answer<PostmortemLookup.Found> answer) {
            return answer.down() || !"published".equals(answer.value().state())
                    ? null
                    : answer.value().href();
        }
    }
}
