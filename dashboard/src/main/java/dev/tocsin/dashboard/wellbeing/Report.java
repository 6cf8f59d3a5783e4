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

import static dev.tocsin.dashboard.web.Language.say;

/** How Tocsin is, line by line. Pure. */
public record Report(List<Line> lines) {
    /** Somebody who asks each five seconds and heard nothing for this long has lost the database. */
    private static final Duration BLIND = Duration.ofSeconds(30);

    private static final Duration BEHIND = Duration.ofSeconds(1);
    private static final double OWED = 0.95;

    /** How a part of us is; the word says it, the colour only repeats it. */
    public enum Mood {
        WELL("tick", "green"),
        QUIET("info", ""),
        BAD("clock", "amber"),
        SILENT("unplugged", "red"),
        BROKEN("triangle", "red");

        private final String icon;
        private final String tone;

        Mood(String icon, String tone) {
            this.icon = icon;
            this.tone = tone;
        }

        public String word() {
            var words = say(WellbeingWords.class);
            return switch (this) {
                case WELL -> words.ok();
                case QUIET -> words.notSetUp();
                case BAD -> words.late();
                case SILENT -> words.silent();
                case BROKEN -> words.failing();
            };
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
        var words = say(WellbeingWords.class);
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
                        ? silent(words.postmortems(), reports)
                        : new Line(words.postmortems(), Mood.WELL, words.theServiceAndItsDatabaseAnswer()));
        if (!engine.down()) lines.add(watched(engine.value(), now));
        return new Report(List.copyOf(lines));
    }

    private static Line engine(Answer<Engine> answer) {
        var words = say(WellbeingWords.class);
        if (answer.down()) return silent(words.paging(), answer);
        var engine = answer.value();
        if (engine.sinceAudit().compareTo(BLIND) > 0)
            return new Line(
                    words.paging(),
                    Mood.SILENT,
                    words.theDatabaseOfOncallServiceHas(Clockface.length(engine.sinceAudit())));
        if ("late".equals(engine.state()))
            return new Line(
                    words.paging(),
                    Mood.BAD,
                    words.theEngineIsBehindOverdue(Clockface.length(engine.engineLag()), engine.overdueSteps()));
        return new Line(
                words.paging(),
                Mood.WELL,
                engine.engineLag().compareTo(BEHIND) < 0
                        ? words.nothingIsOverdue()
                        : words.behind(Clockface.length(engine.engineLag())));
    }

    private static Line carrier(Engine engine) {
        var words = say(WellbeingWords.class);
        var carrier = engine.carrier();
        var asked = carrier.accepted() + carrier.refused();
        return switch (carrier.state()) {
            case "idle" -> new Line(words.carriers(), Mood.WELL, words.noPageWasSentInTheLast());
            case "failing" -> new Line(words.carriers(), Mood.BROKEN, words.tookNoneOfTheMessagesOf(asked));
            default -> new Line(words.carriers(), Mood.WELL, words.tookOfTheMessagesOfThe(carrier.accepted(), asked));
        };
    }

    private static Line stopped(Channel channel, Instant now) {
        var words = say(WellbeingWords.class);
        var since = Clockface.length(Duration.between(channel.stoppedSince(), now));
        return new Line(
                switch (channel.kind()) {
                    case "sms" -> "SMS";
                    case "voice" -> words.calls();
                    case "email" -> say(WellbeingWords.class).eMail();
                    default -> words.webhooks();
                },
                Mood.BROKEN,
                words.nothingHasGoneOutFor(since, channel.reason()));
    }

    private static Line prober(Answer<Prober> answer, Instant now) {
        var words = say(WellbeingWords.class);
        if (answer.down()) return silent(words.checks(), answer);
        var prober = answer.value();
        if (prober.offlineSince() != null)
            return new Line(
                    words.checks(),
                    Mood.BROKEN,
                    words.ourOwnNetworkHasBeenGone(Clockface.length(Duration.between(prober.offlineSince(), now))));
        var debt = prober.debt();
        if (debt != null && debt.owed() > 0 && debt.share() < OWED)
            return new Line(words.checks(), Mood.BAD, words.ranOfTheProbesThatWere(debt.executed(), debt.owed()));
        return new Line(words.checks(), Mood.WELL, words.probesStartLate(Clockface.length(prober.lag())));
    }

    private static Line watched(Engine engine, Instant now) {
        var words = say(WellbeingWords.class);
        if (!engine.heartbeatConfigured())
            return new Line(
                    words.heartbeat(),
                    Mood.QUIET,
                    engine.fallbackContact()
                            ? words.nobodyOutsideWouldNoticeOurSilence()
                            : words.nobodyOutsideNorAPhone());
        if (engine.lastHeartbeat() == null)
            return new Line(words.heartbeat(), Mood.BAD, words.notTakenSinceOncallServiceStarted());
        return new Line(
                words.heartbeat(),
                Mood.WELL,
                words.takenAgo(Clockface.length(Duration.between(engine.lastHeartbeat(), now))));
    }

    private static Line silent(String what, Answer<?> answer) {
        return new Line(what, Mood.SILENT, answer.trouble());
    }
}
