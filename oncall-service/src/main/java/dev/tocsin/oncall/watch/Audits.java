package dev.tocsin.oncall.watch;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** Asks the database what is overdue, apart from the code that does the work: one that is wrong must not hide it. */
@ApplicationScoped
class Audits {
    private static final String OVERDUE = """
            select count(*) filter (where kind = 'step'),
                   max(extract(epoch from ? - due_at)) filter (where kind = 'step'),
                   max(extract(epoch from ? - due_at)) filter (where kind = 'page'),
                   max(extract(epoch from ? - due_at)) filter (where kind = 'notice')
              from (select 'step' as kind, next_step_at as due_at from incident
                     where state = 'TRIGGERED' and next_step_at is not null
                    union all
                    select 'step', hold_expires_at from incident
                     where state = 'ACKNOWLEDGED' and hold_expires_at is not null
                    union all
                    select 'step', arrived_at from inbox
                    union all
                    select 'page', due_at from page where state = 'DUE'
                    union all
                    select 'page', lease_until from page where state in ('LEASED', 'INTENT')
                    union all
                    select 'notice', due_at from notice where delivered_at is null and given_up_at is null) as work
             where due_at <= ?""";
    private static final int TIMEOUT_SECONDS = 5;

    private final AgroalDataSource database;
    private final Clock clock;

    Audits(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Reading read() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(OVERDUE)) {
            query.setQueryTimeout(TIMEOUT_SECONDS);
            var now = Timestamp.from(clock.instant());
            for (int i = 1; i <= 4; i++) query.setTimestamp(i, now);
            return read(query);
        }
    }

    private static Reading read(PreparedStatement query) throws SQLException {
        try (var rows = query.executeQuery()) {
            rows.next();
            return new Reading(
                    rows.getLong(1),
                    seconds(rows.getDouble(2)),
                    seconds(rows.getDouble(3)),
                    seconds(rows.getDouble(4)));
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.max(0, (long) (seconds * 1000)));
    }
}
