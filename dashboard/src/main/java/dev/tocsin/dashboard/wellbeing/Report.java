package dev.tocsin.dashboard.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.Clockface;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Channel;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Engine;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Prober;

/** How Tocsin is, line by line. Pure. */
public record Report(List<Line> lines) {
    /** Somebody who asks each five seconds and heard nothing for this long has lost the database. */
    private static final Duration BLIND = Duration.ofSeconds(30);

    private static final Duration BEHIND = Duration.ofSeconds(1);
    private static final double OWED = 0.95;

    /** How a part of us is; the word says it, the colour only repeats it. */
    public enum Mood {
        WELL("OK", "tick", "green"),
        QUIET("Not set up", "info", ""),
        BAD("Late", "clock", "amber"),
        SILENT("Silent", "unplugged", "red"),
        BROKEN("Failing", "triangle", "red");

        private final String word;
        private final String icon;
        private final String tone;

        Mood(String word, String icon, String tone) {
            this.word = word;
            this.icon = icon;
            this.tone = tone;
        }

        public String word() {
            return word;
        }

        public String icon() {
            return icon;
        }

        public String tone() {
            return tone;
        }

        boolean troubled() {
            return this != WELL && this != QUIET;
        }
    }

    /** One part of us. */
    public record Line(String what, Mood mood, String words) {}

    /** How many parts are not as they should be. */
    public long troubles() {
        return lines.stream().filter(line -> line.mood.troubled()).count();
    }

    static Report of(
            Answer<Engine> engine,
            Answer<List<Channel>> channels,
            Answer<Prober> prober,
            Answer<Integer> reports,
            Instant now) {
        var lines = new ArrayList<Line>();
        lines.add(engine(engine));
        if (!engine.down()) lines.add(carrier(engine.value()));
        channels.or(List.of()).stream()
                .filter(channel -> channel.configured() && channel.stoppedSince() != null)
                .map(channel -> stopped(channel, now))
                .forEach(lines::add);
        lines.add(prober(prober, now));
        lines.add(
                reports.down()
                        ? silent("Postmortems", reports)
                        : new Line("Postmortems", Mood.WELL, "the service and its database answer"));
        if (!engine.down()) lines.add(watched(engine.value(), now));
        return new Report(List.copyOf(lines));
    }

    private static Line engine(Answer<Engine> answer) {
        if (answer.down()) return silent("Paging", answer);
        var engine = answer.value();
        if (engine.sinceAudit().compareTo(BLIND) > 0)
            return new Line(
                    "Paging",
                    Mood.SILENT,
                    "the database of oncall-service has not answered for " + Clockface.length(engine.sinceAudit()));
        if ("late".equals(engine.state()))
            return new Line(
                    "Paging",
                    Mood.BAD,
                    "the engine is %s behind, %d %s overdue"
                            .formatted(
                                    Clockface.length(engine.engineLag()),
                                    engine.overdueSteps(),
                                    engine.overdueSteps() == 1 ? "step" : "steps"));
        var lag = engine.engineLag().compareTo(BEHIND) < 0
                ? "nothing is overdue"
                : Clockface.length(engine.engineLag()) + " behind";
        return new Line("Paging", Mood.WELL, "the service and its database answer, " + lag);
    }

    private static Line carrier(Engine engine) {
        var carrier = engine.carrier();
        var asked = carrier.accepted() + carrier.refused();
        return switch (carrier.state()) {
            case "idle" -> new Line("Carriers", Mood.WELL, "nothing was sent in the last 5 minutes");
            case "failing" ->
                new Line(
                        "Carriers", Mood.BROKEN, "took none of the %d messages of the last 5 minutes".formatted(asked));
            default ->
                new Line(
                        "Carriers",
                        Mood.WELL,
                        "took %d of the %d messages of the last 5 minutes".formatted(carrier.accepted(), asked));
        };
    }

    private static Line stopped(Channel channel, Instant now) {
        var since = Clockface.length(Duration.between(channel.stoppedSince(), now));
        return new Line(
                switch (channel.kind()) {
                    case "sms" -> "SMS";
                    case "voice" -> "Calls";
                    case "email" -> "E-mail";
                    default -> "Webhooks";
                },
                Mood.BROKEN,
                "nothing has gone out for %s: %s".formatted(since, channel.reason()));
    }

    private static Line prober(Answer<Prober> answer, Instant now) {
        if (answer.down()) return silent("Checks", answer);
        var prober = answer.value();
        if (prober.offlineSince() != null)
            return new Line(
                    "Checks",
                    Mood.BROKEN,
                    "our own network has been gone for "
                            + Clockface.length(Duration.between(prober.offlineSince(), now)));
        var debt = prober.debt();
        if (debt != null && debt.owed() > 0 && debt.share() < OWED)
            return new Line(
                    "Checks",
                    Mood.BAD,
                    "ran %d of the %d probes that were due".formatted(debt.executed(), debt.owed()));
        return new Line(
                "Checks",
                Mood.WELL,
                "the service and its database answer, probes start at most %s late"
                        .formatted(Clockface.length(prober.lag())));
    }

    private static Line watched(Engine engine, Instant now) {
        if (!engine.heartbeatConfigured())
            return new Line(
                    "Heartbeat",
                    Mood.QUIET,
                    "nobody outside would notice our silence; TOCSIN_HEARTBEAT_URL says whom to call"
                            + (engine.fallbackContact() ? ", a fallback phone is set" : ""));
        if (engine.lastHeartbeat() == null)
            return new Line("Heartbeat", Mood.BAD, "not taken since oncall-service started");
        return new Line(
                "Heartbeat",
                Mood.WELL,
                "taken %s ago".formatted(Clockface.length(Duration.between(engine.lastHeartbeat(), now))));
    }

    private static Line silent(String what, Answer<?> answer) {
        return new Line(what, Mood.SILENT, answer.trouble());
    }
}
