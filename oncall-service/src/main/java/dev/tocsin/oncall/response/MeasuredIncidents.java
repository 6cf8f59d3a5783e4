package dev.tocsin.oncall.response;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Reads the three instants that response figures are made of. */
@ApplicationScoped
@Transactional
class MeasuredIncidents {
    private final EntityManager database;

    MeasuredIncidents(EntityManager database) {
        this.database = database;
    }

    /** Incidents triggered in [from, to); filters that are null do not filter. */
    List<ResponseMath.Measured> triggered(Instant from, Instant to, UUID team, UUID service, String severity) {
        var sql = "select triggered_at, first_acknowledged_at, resolved_at, resolved_kind from incident"
                + " where triggered_at >= :from and triggered_at < :to"
                + (team == null ? "" : " and team_id = :team")
                + (service == null ? "" : " and service_id = :service")
                + (severity == null ? "" : " and severity = :severity");
        var query = database.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setParameter("from", from)
                .setParameter("to", to);
        if (team != null) query.setParameter("team", team);
        if (service != null) query.setParameter("service", service);
        if (severity != null) query.setParameter("severity", severity.toUpperCase(Locale.ROOT));
        return query.getResultList().stream()
                .map(row -> new ResponseMath.Measured(
                        (Instant) row[0],
                        Optional.ofNullable((Instant) row[1]),
                        Optional.ofNullable((Instant) row[2]),
                        "SOURCE".equals(row[3])))
                .toList();
    }
}
