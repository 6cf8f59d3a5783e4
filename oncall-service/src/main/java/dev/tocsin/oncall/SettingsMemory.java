package dev.tocsin.oncall;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.hibernate.FlushMode;
import org.hibernate.Session;

/**
 * What people set up (teams, methods, policies, services, keys, windows), remembered for as long as nobody changes it.
 * A thousand events a second ask the same questions; each transaction asks only for the number of the last change,
 * which every such change raises as it commits, and so replicas never act on what is no longer true.
 *
 * <p>Only work that changes no settings itself may stand {@link #within} it, and only what is never changed after
 * reading may be remembered.
 */
@Singleton
public class SettingsMemory {
    /** More than a large company asks for. Whoever tries keys at random only makes us forget and read again. */
    private static final int MOST = 50_000;

    private static final ScopedValue<Map<Object, Object>> REMEMBERED = ScopedValue.newInstance();

    private record Edition(long version, Map<Object, Object> answers) {}

    private final EntityManager database;
    private volatile Edition edition = new Edition(-1, Map.of());

    SettingsMemory(EntityManager database) {
        this.database = database;
    }

    /** Does the work, in the caller's transaction, with what is remembered of the settings as they are now. */
    public <T> T within(Supplier<T> work) {
        if (REMEMBERED.isBound() || ImaginedTime.rules()) return work.get();
        return ScopedValue.where(REMEMBERED, current()).call(work::get);
    }

    /** The answer to a question; {@code question} is a record that says all the answer depends on besides settings. */
    @SuppressWarnings("unchecked")
    public <T> T ask(Record question, Supplier<T> answer) {
        if (!REMEMBERED.isBound()) return answer.get();
        var remembered = REMEMBERED.get();
        var known = remembered.get(question);
        if (known == null) {
            known = unflushed(answer);
            if (remembered.size() >= MOST) remembered.clear();
            remembered.put(question, known);
        }
        return (T) known;
    }

    /** Settings are not among what this transaction has changed, so nothing needs to be written before they are read. */
    private <T> T unflushed(Supplier<T> answer) {
        var session = database.unwrap(Session.class);
        var usual = session.getHibernateFlushMode();
        session.setHibernateFlushMode(FlushMode.MANUAL);
        try {
            return answer.get();
        } finally {
            session.setHibernateFlushMode(usual);
        }
    }

    private Map<Object, Object> current() {
        long version = Sql.list(database, Long.class, "select version from settings_version")
                .getFirst();
        var known = edition;
        if (known.version() != version) {
            known = new Edition(version, new ConcurrentHashMap<>());
            edition = known;
        }
        return known.answers();
    }
}
