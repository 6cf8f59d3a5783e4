package dev.tocsin.oncall.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;

/**
 * Slows guessing down, on all replicas together. Tries are counted before the password is looked at, so that a thousand
 * at once count as a thousand. After a few free tries the wait doubles, up to a quarter of an hour; nothing is locked for
 * ever. Somebody whose account is being guessed at from elsewhere still gets in from an address they have used before:
 * that pair is counted by itself.
 */
@ApplicationScoped
public class Throttle {
    static final int FREE_TRIES_OF_AN_ACCOUNT = 5;
    static final int FREE_TRIES_OF_AN_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGET_AFTER = Duration.ofHours(1);
    private static final Duration FAMILIAR_FOR = Duration.ofDays(30);

    private final Session database;
    private final Clock clock;

    Throttle(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether a password may be tried now. */
    sealed interface Admission {
        record Granted() implements Admission {}

        record Wait(Duration time) implements Admission {}
    }

    /** Counts a try; it is taken back by {@link #succeeded}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Admission admit(String email, String address) {
        var now = clock.instant();
        var byAddress = count("address:" + address, FREE_TRIES_OF_AN_ADDRESS, now);
        if (byAddress.isPositive()) return new Admission.Wait(byAddress);
        var account = isFamiliar(email, address, now) ? pair(email, address) : account(email);
        var byAccount = count(account, FREE_TRIES_OF_AN_ACCOUNT, now);
        return byAccount.isPositive() ? new Admission.Wait(byAccount) : new Admission.Granted();
    }

    /**
     * Counts one more of what anybody may do, such as asking for a link by mail.
     *
     * @param free so many within an hour cost no wait
     * @return the wait, when there is one; then this one was not counted
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Duration> count(String what, String whose, int free) {
        return Optional.of(count(what + ":" + Secrets.hash(whose), free, clock.instant()))
                .filter(Duration::isPositive);
    }

    /** The password was right: the account starts anew, the address is familiar, its try was none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void succeeded(String email, String address) {
        var now = clock.instant();
        // The address first, as in admit: two who lock in different orders would wait for each other.
        database.createNativeMutationQuery("update login_throttle set failures = greatest(0, failures - 1),"
                        + " blocked_until = :now where subject = :subject")
                .setParameter("subject", "address:" + address)
                .setParameter("now", now)
                .executeUpdate();
        database.createNativeMutationQuery("delete from login_throttle where subject = :subject")
                .setParameter("subject", account(email))
                .executeUpdate();
        database.createNativeMutationQuery("insert into login_throttle"
                        + " (subject, failures, blocked_until, succeeded_at, updated_at)"
                        + " values (:subject, 0, :now, :now, :now) on conflict (subject) do update"
                        + " set failures = 0, blocked_until = :now, succeeded_at = :now, updated_at = :now")
                .setParameter("subject", pair(email, address))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Forgets what no longer matters: counts of yesterday, addresses not seen for a month. */
    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void sweep() {
        var now = clock.instant();
        database.createNativeMutationQuery("delete from login_throttle where updated_at < :day"
                        + " and (succeeded_at is null or succeeded_at < :month)")
                .setParameter("day", now.minus(Duration.ofDays(1)))
                .setParameter("month", now.minus(FAMILIAR_FOR))
                .executeUpdate();
    }

    /** The wait until this subject may try; zero when it may, and then this try is counted. */
    private Duration count(String subject, int free, Instant now) {
        var failures = database.createNativeQuery(
                        "insert into login_throttle (subject, failures, blocked_until, updated_at)"
                                + " values (:subject, 1, :now, :now) on conflict (subject) do update"
                                + " set failures = case when login_throttle.updated_at < :forget then 1"
                                + " else login_throttle.failures + 1 end, updated_at = :now"
                                + " where login_throttle.blocked_until <= :now returning failures",
                        Integer.class)
                .setParameter("subject", subject)
                .setParameter("now", now)
                .setParameter("forget", now.minus(FORGET_AFTER))
                .getResultList();
        if (failures.isEmpty()) return Duration.between(now, blockedUntil(subject));
        if (failures.getFirst() >= free) block(subject, now.plus(waitAfter(failures.getFirst() - free)));
        return Duration.ZERO;
    }

    /** 15 s, 30 s, 1 min, … 15 min. */
    static Duration waitAfter(int failuresBeyondFree) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failuresBeyondFree, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void block(String subject, Instant until) {
        database.createNativeMutationQuery("update login_throttle set blocked_until = :until where subject = :subject")
                .setParameter("until", until)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private Instant blockedUntil(String subject) {
        List<Instant> until = database.createNativeQuery(
                        "select blocked_until from login_throttle where subject = :subject", Instant.class)
                .setParameter("subject", subject)
                .getResultList();
        return until.isEmpty() ? clock.instant() : until.getFirst();
    }

    private boolean isFamiliar(String email, String address, Instant now) {
        return !database.createNativeQuery(
                        "select 1 from login_throttle where subject = :subject and succeeded_at > :since",
                        Integer.class)
                .setParameter("subject", pair(email, address))
                .setParameter("since", now.minus(FAMILIAR_FOR))
                .getResultList()
                .isEmpty();
    }

    /** E-mail addresses are kept as hashes: many of the tried ones belong to nobody here. */
    private static String account(String email) {
        return "account:" + Secrets.hash(email);
    }

    private static String pair(String email, String address) {
        return "pair:" + Secrets.hash(email + "\n" + address);
    }
}
