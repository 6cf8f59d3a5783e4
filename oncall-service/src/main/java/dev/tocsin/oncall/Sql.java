package dev.tocsin.oncall;

import java.util.List;

import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** Asks PostgreSQL in its own words, where the words matter (claims, locks, counts), and keeps the rows' type. */
public final class Sql {
    private Sql() {}

    /** Rows of one type: a class of one column, {@code Object[]} for several; parameters are ?1, ?2 … in order. */
    public static <R> List<R> list(EntityManager database, Class<R> type, String sql, Object... parameters) {
        var query = database.unwrap(Session.class).createNativeQuery(sql, type);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        return query.getResultList();
    }
}
