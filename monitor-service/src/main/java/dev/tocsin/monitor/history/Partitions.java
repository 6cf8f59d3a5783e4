package dev.tocsin.monitor.history;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;

import dev.tocsin.monitor.database.Database;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** One table a day (UTC) for the results: a few made ahead, the old ones dropped. */
@ApplicationScoped
class Partitions {
    private static final int DAYS_AHEAD = 7;
    private static final String PREFIX = "result_";

    private final Database database;
    private final HistoryConfig config;
    private final Clock clock;

    Partitions(Database database, HistoryConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        tend();
    }

    @Scheduled(every = "1h", delayed = "1h")
    @Transactional
    void tend() {
        database.list("select pg_advisory_xact_lock(hashtext('result partitions'))", _ -> true);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var day = today.minusDays(1); !day.isAfter(today.plusDays(DAYS_AHEAD)); day = day.plusDays(1))
            database.update("create table if not exists %s partition of result for values from ('%s') to ('%s')"
                    .formatted(name(day), day + "T00:00:00Z", day.plusDays(1) + "T00:00:00Z"));
        forget(name(today.minusDays(Math.max(1, config.keep().toDays()))));
    }

    private void forget(String oldestKept) {
        var old = database.list(
                "select relname from pg_inherits join pg_class on oid = inhrelid where inhparent = 'result'::regclass and relname < ?",
                row -> row.text("relname"),
                oldestKept);
        for (var table : old) {
            database.update("drop table " + table);
            Log.infof("results forgotten table=%s", table);
        }
    }

    private static String name(LocalDate day) {
        return PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
