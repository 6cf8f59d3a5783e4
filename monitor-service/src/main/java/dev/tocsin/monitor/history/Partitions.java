package dev.tocsin.monitor.history;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.database.DatabaseFailure;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * The tables that time is divided over: some made ahead, the old ones dropped. Neither stops a writer: a partition is
 * attached when it is ready, and detached concurrently before it is dropped.
 */
@ApplicationScoped
class Partitions {
    private static final int DAYS_AHEAD = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;
    private final HistoryConfig config;
    private final Clock clock;

    Partitions(Database database, HistoryConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** How long one table's time is. */
    private enum Period {
        DAY("yyyyMMdd") {
            @Override
            LocalDate first(LocalDate day) {
                return day;
            }

            @Override
            LocalDate next(LocalDate first) {
                return first.plusDays(1);
            }
        },
        MONTH("yyyyMM") {
            @Override
            LocalDate first(LocalDate day) {
                return YearMonth.from(day).atDay(1);
            }

            @Override
            LocalDate next(LocalDate first) {
                return first.plusMonths(1);
            }
        },
        YEAR("yyyy") {
            @Override
            LocalDate first(LocalDate day) {
                return day.withDayOfYear(1);
            }

            @Override
            LocalDate next(LocalDate first) {
                return first.plusYears(1);
            }
        };

        private final DateTimeFormatter format;

        Period(String pattern) {
            this.format = DateTimeFormatter.ofPattern(pattern);
        }

        abstract LocalDate first(LocalDate day);

        abstract LocalDate next(LocalDate first);

        String table(String parent, LocalDate day) {
            return parent + "_" + format.format(first(day));
        }
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        tend();
    }

    @Scheduled(every = "1h", delayed = "1h")
    void tend() {
        var keep = config.keep();
        tend("result", Period.DAY, keep.raw());
        tend("rollup_minute", Period.DAY, keep.minutes());
        tend("rollup_hour", Period.MONTH, keep.hours());
        tend("rollup_day", Period.YEAR, keep.days());
    }

    private void tend(String parent, Period period, Duration kept) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        database.whole(PATIENCE, transaction -> {
            // one replica at a time; the others find it done
            transaction.list("select pg_advisory_xact_lock(hashtext('partitions'))", _ -> true);
            var last = today.plusDays(DAYS_AHEAD);
            for (var first = period.first(today.minusDays(1)); !first.isAfter(last); first = period.next(first))
                make(transaction, parent, period, first);
            return true;
        });
        forget(parent, period.table(parent, today.minusDays(Math.max(1, kept.toDays()))));
    }

    /** {@code create table … partition of} would wait for every reader with all writers behind it; attaching does not. */
    private static void make(Database transaction, String parent, Period period, LocalDate first) {
        var name = period.table(parent, first);
        var there = transaction.first("select to_regclass(?) is not null as there", row -> row.flag("there"), name);
        if (there.orElse(false)) return;
        transaction.update("create table %s (like %s including storage including defaults)".formatted(name, parent));
        transaction.update("alter table %s attach partition %s for values from ('%s') to ('%s')"
                .formatted(parent, name, first + "T00:00:00Z", period.next(first) + "T00:00:00Z"));
    }

    private void forget(String parent, String oldestKept) {
        var old = database.list("""
                select relname, inhdetachpending as pending from pg_inherits join pg_class on oid = inhrelid
                where inhparent = ?::regclass and relname < ? order by relname
                """, row -> new Old(row.text("relname"), row.flag("pending")), parent, oldestKept);
        for (var table : old) {
            try {
                database.update("alter table %s detach partition %s %s"
                        .formatted(parent, table.name, table.halfway ? "finalize" : "concurrently"));
                database.update("drop table " + table.name);
                Log.infof("history forgotten table=%s", table.name);
            } catch (DatabaseFailure e) {
                // a long reader, or another replica that is doing it; in an hour we try again
                Log.warnf("history not forgotten yet table=%s: %s", table.name, e.getMessage());
                return;
            }
        }
        leftovers(parent, oldestKept);
    }

    /** @param halfway a detaching that was broken off */
    private record Old(String name, boolean halfway) {}

    /** Detached by somebody who died before dropping it. */
    private void leftovers(String parent, String oldestKept) {
        var left = database.list("""
                select relname from pg_class where relkind = 'r' and relname ~ ? and relname < ?
                and relnamespace = (select relnamespace from pg_class where oid = ?::regclass)
                and not exists (select from pg_inherits where inhrelid = pg_class.oid)
                """, row -> row.text("relname"), "^" + parent + "_[0-9]+$", oldestKept, parent);
        for (var table : left) database.update("drop table if exists " + table);
    }
}
