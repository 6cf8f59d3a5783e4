package dev.tocsin.monitor.heartbeat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tocsin.monitor.probe.Target;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A job that calls us. It is up as long as a success comes at each expected moment, or within the grace after it.
 *
 * @param period how long after one success the next is expected; or …
 * @param cron … a crontab line of five fields, or a name such as {@code @daily}, read in {@code zone}
 * @param zone left out: UTC
 * @param grace left out: 5 minutes
 * @param maxRun how long a run may take that tells us of its start; left out: as long as it likes
 */
@RegisterForReflection
public record HeartbeatTarget(
        Optional<Duration> period, Optional<String> cron, String zone, Duration grace, Optional<Duration> maxRun)
        implements Target {
    public static final String KIND = "heartbeat";

    public HeartbeatTarget {
        period = period == null ? Optional.empty() : period;
        cron = cron == null ? Optional.empty() : cron.map(String::strip).filter(line -> !line.isEmpty());
        zone = zone == null || zone.isBlank() ? "UTC" : zone.strip();
        grace = grace == null ? Duration.ofMinutes(5) : grace;
        maxRun = maxRun == null ? Optional.empty() : maxRun;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** There is none: it is the job that calls. */
    @Override
    public String host() {
        return "job";
    }

    @JsonIgnore
    Rhythm rhythm() {
        return cron.<Rhythm>map(line -> new Rhythm.Cron(line, ZoneId.of(zone)))
                .orElseGet(() -> new Rhythm.Every(period.orElseThrow()));
    }
}
