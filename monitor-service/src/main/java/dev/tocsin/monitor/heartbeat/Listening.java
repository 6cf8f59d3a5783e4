package dev.tocsin.monitor.heartbeat;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.monitor.Rounds;
import dev.tocsin.monitor.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Says each second that somebody is there to take calls, and keeps a record of when nobody was: neither of us nor of the
 * database, without which no call can be kept. All times are the database's.
 */
@ApplicationScoped
class Listening {
    private static final Duration NOTABLE = Duration.ofSeconds(5);

    private final Database database;

    Listening(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::say);
    }

    void say() {
        database.list("""
                with before as (select until from listening for update),
                away as (
                    insert into absence (began, ended) select until, clock_timestamp() from before
                    where until < clock_timestamp() - make_interval(secs => ?)
                    on conflict do nothing returning began, ended)
                update listening set until = greatest(before.until, clock_timestamp()) from before
                returning (select extract(epoch from ended - began)::bigint from away) as gone
                """, row -> row.maybeNumber("gone"), NOTABLE.toSeconds()).stream()
                .flatMap(gone -> gone.stream())
                .forEach(seconds -> Log.warnf(
                        "nobody was there to take the calls of jobs for %d s; what was expected then has its grace again",
                        seconds));
    }
}
