package dev.tocsin.postmortem.mail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import dev.tocsin.postmortem.publishing.Published;

/**
 * Mails that are owed. A claim moves the mail's due time by {@link #CLAIM} and is committed before the mail goes out, so
 * that two replicas do not send the same one, and one that dies leaves it to the other.
 */
@ApplicationScoped
class MailOutbox {
    /** Longer than drawing and handing over a mail take. */
    static final Duration CLAIM = Duration.ofMinutes(2);

    private final DataSource database;
    private final MailConfig config;
    private final Clock clock;

    MailOutbox(DataSource database, MailConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Within the transaction that publishes: what is published is owed. */
    void fill(@Observes Published published) {
        if (!config.isOn() || published.imported()) return;
        for (var recipient : config.to().orElseThrow()) {
            run(
                    "insert into mail (postmortem_id, number, recipient, created_at, due_at) values (?, ?, ?, ?, ?)",
                    row -> {
                        row.setObject(1, published.postmortemId());
                        row.setInt(2, published.number());
                        row.setString(3, recipient.strip());
                        row.setTimestamp(4, Timestamp.from(now()));
                        row.setTimestamp(5, Timestamp.from(now()));
                    });
        }
    }

    /** The next mail that is due, claimed for us. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Letter> claim() {
        var sql = """
                update mail set due_at = ?, tries = tries + 1
                where (postmortem_id, number, recipient) = (
                    select postmortem_id, number, recipient from mail
                    where sent_at is null and given_up_at is null and due_at <= ?
                    order by due_at limit 1 for update skip locked)
                returning postmortem_id, number, recipient, tries
                """;
        try (var connection = database.getConnection();
                var row = connection.prepareStatement(sql)) {
            row.setTimestamp(1, Timestamp.from(now().plus(CLAIM)));
            row.setTimestamp(2, Timestamp.from(now()));
            try (var found = row.executeQuery()) {
                if (!found.next()) return Optional.empty();
                return Optional.of(new Letter(
                        found.getObject(1, UUID.class), found.getInt(2), found.getString(3), found.getInt(4)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sent(Letter letter) {
        settle(letter, "sent_at = ?, answer = null", now(), null);
    }

    /** Tried again later, until nobody waits any more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(Letter letter, String answer) {
        var now = now();
        settle(letter, "due_at = ?, answer = ?", now.plus(Backoff.after(letter.tries())), answer);
        run("update mail set given_up_at = ? where sent_at is null and created_at < ?", row -> {
            row.setTimestamp(1, Timestamp.from(now));
            row.setTimestamp(2, Timestamp.from(now.minus(Backoff.PATIENCE)));
        });
    }

    private void settle(Letter letter, String change, Instant at, String answer) {
        run("update mail set " + change + " where postmortem_id = ? and number = ? and recipient = ?", row -> {
            var next = 1;
            row.setTimestamp(next++, Timestamp.from(at));
            if (answer != null) row.setString(next++, answer);
            row.setObject(next++, letter.postmortem());
            row.setInt(next++, letter.number());
            row.setString(next, letter.recipient());
        });
    }

    private interface Filling {
        void into(PreparedStatement row) throws SQLException;
    }

    private void run(String sql, Filling filling) {
        try (Connection connection = database.getConnection();
                var row = connection.prepareStatement(sql)) {
            filling.into(row);
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
