package dev.tocsin.oncall.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.Sql;
import dev.tocsin.oncall.people.Directory.Kind;

/** Ways that our account cannot use for now. Tried again each half minute with one page; a success opens the way. */
@ApplicationScoped
class ChannelStops {
    static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    /** Why a way is closed, and since when. */
    record Stop(Kind kind, Instant since, Instant until, String reason) {}

    private record All() {}

    private final EntityManager database;
    private final SettingsMemory settings;

    ChannelStops(EntityManager database, SettingsMemory settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Closes a way; true when it was open until now. */
    boolean stop(Kind kind, String reason, Instant now) {
        boolean news = of(kind).isEmpty();
        database.createNativeQuery("insert into channel_stop (kind, since, until, reason) values (?1, ?2, ?3, ?4)"
                        + " on conflict (kind) do update set until = excluded.until, reason = excluded.reason")
                .setParameter(1, kind.name())
                .setParameter(2, now)
                .setParameter(3, now.plus(TRY_AGAIN))
                .setParameter(4, reason)
                .executeUpdate();
        return news;
    }

    /** Until when nothing may be sent this way. */
    Optional<Stop> closed(Kind kind, Instant now) {
        return known(kind).filter(stop -> stop.until().isAfter(now));
    }

    /** The same, also when one page may try again. */
    Optional<Stop> known(Kind kind) {
        return settings.ask(new All(), this::all).stream()
                .filter(stop -> stop.kind() == kind)
                .findFirst();
    }

    void open(Kind kind) {
        database.createNativeQuery("delete from channel_stop where kind = ?1")
                .setParameter(1, kind.name())
                .executeUpdate();
    }

    Optional<Stop> of(Kind kind) {
        return all().stream().filter(stop -> stop.kind() == kind).findFirst();
    }

    List<Stop> all() {
        return Sql.list(database, Object[].class, "select kind, since, until, reason from channel_stop order by kind")
                .stream()
                .map(row ->
                        new Stop(Kind.valueOf((String) row[0]), (Instant) row[1], (Instant) row[2], (String) row[3]))
                .toList();
    }
}
