package dev.tocsin.monitor.heartbeat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.tocsin.monitor.Problem.Fault;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;

/** What a heartbeat must be like. */
public final class HeartbeatRules {
    private static final Duration SHORTEST = ofSeconds(10);
    private static final Duration LONGEST = ofDays(366);

    private HeartbeatRules() {}

    /** Every fault at once, each with its field. */
    public static List<Fault> faults(HeartbeatTarget target) {
        var faults = new ArrayList<Fault>();
        if (target.period().isPresent() == target.cron().isPresent())
            faults.add(new Fault("heartbeat.period", "is needed, or a crontab line, and not both"));
        target.period()
                .filter(p -> !within(SHORTEST, LONGEST, p))
                .ifPresent(_ -> faults.add(new Fault("heartbeat.period", "must be from PT10S to P366D")));
        target.cron().ifPresent(line -> cron(line, faults));
        if (!isZone(target.zone()))
            faults.add(new Fault("heartbeat.zone", "must be a time zone such as Europe/Berlin"));
        if (!within(ofSeconds(1), ofDays(31), target.grace()))
            faults.add(new Fault("heartbeat.grace", "must be from PT1S to P31D"));
        target.maxRun()
                .filter(most -> !within(ofSeconds(1), ofDays(31), most))
                .ifPresent(_ -> faults.add(new Fault("heartbeat.maxRun", "must be from PT1S to P31D")));
        return faults;
    }

    private static void cron(String line, List<Fault> faults) {
        try {
            CronTimes.parse(line, ZoneId.of("UTC"));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("heartbeat.cron", e.getMessage()));
        }
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
