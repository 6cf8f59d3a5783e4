package dev.tocsin.monitor.heartbeat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import dev.tocsin.monitor.condition.Facts;
import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;
import dev.tocsin.monitor.probe.Faults;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Evidence;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;

/** A job that calls us. */
@Singleton
class HeartbeatKind implements Kind<HeartbeatTarget> {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(Term.of(
                    "took",
                    Type.DURATION,
                    "How long the last run took; missing until a run has told us of its start and its end.")),
            List.of(new Example("degraded: took < 30m", "a run of half an hour is slow, not down")));

    private final Heartbeats heartbeats;

    HeartbeatKind(Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
    }

    @Override
    public String word() {
        return HeartbeatTarget.KIND;
    }

    @Override
    public String help() {
        return "A job that calls us: a backup, a nightly import, anything run by cron or a timer.";
    }

    @Override
    public Class<HeartbeatTarget> type() {
        return HeartbeatTarget.class;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.optional("period", "duration", "How long after one success the next is expected; or else …"),
                Setting.optional("cron", "text", "… a crontab line such as 30 2 * * *, or a name such as @daily."),
                Setting.optional(
                        "zone", "text", "Where the crontab line is read, as in Europe/Berlin; UTC when left out."),
                Setting.optional("grace", "duration", "How late a success may come; 5 minutes when left out."),
                Setting.optional("maxRun", "duration", "How long a run may take that tells us of its start."));
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public void examine(HeartbeatTarget target, Faults faults) {
        faults.demand(
                "period",
                target.period().isPresent() != target.cron().isPresent(),
                "is needed, or a crontab line, and not both");
        target.period()
                .ifPresent(p ->
                        faults.demand("period", within(ofSeconds(10), ofDays(366), p), "must be from PT10S to P366D"));
        target.cron().ifPresent(line -> faults.explained("cron", () -> CronTimes.parse(line, ZoneId.of("UTC"))));
        faults.demand("zone", isZone(target.zone()), "must be a time zone such as Europe/Berlin");
        faults.demand("grace", within(ofSeconds(1), ofDays(31), target.grace()), "must be from PT1S to P31D");
        target.maxRun()
                .ifPresent(most ->
                        faults.demand("maxRun", within(ofSeconds(1), ofDays(31), most), "must be from PT1S to P31D"));
    }

    /** Looks at what is stored; a time-out has no part in it. */
    @Override
    public ProbeResult probe(Question<HeartbeatTarget> question) {
        return question.check()
                .map(id -> judged(id, question))
                .orElseGet(() -> new ProbeResult.Unknown(
                        Cause.NEVER_PROBED,
                        "a heartbeat cannot be tried: save it, and let the job call",
                        Evidence.of(Duration.ZERO, Phases.NONE)));
    }

    private ProbeResult judged(UUID check, Question<HeartbeatTarget> question) {
        var result = heartbeats.look(check, question.target());
        var took = result.evidence().latency();
        Facts facts = (_, _) -> took.isZero() ? Value.MISSING : Value.of(took);
        return result.judgedBy(question.conditions().judge(facts));
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean within(Duration least, Duration most, Duration value) {
        return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }
}
