package dev.tocsin.oncall.coverage;

import java.time.Instant;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Remembers what was told. */
@ApplicationScoped
class CoverageNotices implements PanacheRepositoryBase<CoverageNotice, String> {

    /**
     * Claims the telling of a finding: true once for each subject, by one replica; again only for what begins later than
     * what was told, and when that was before {@code quietSince}.
     */
    boolean claim(String subject, Instant begins, Instant now, Instant quietSince) {
        return getEntityManager()
                        .createNativeQuery("insert into coverage_notice (subject, begins, told_at)"
                                + " values (:subject, :begins, :now) on conflict (subject) do update"
                                + " set begins = excluded.begins, told_at = excluded.told_at"
                                + " where coverage_notice.begins < excluded.begins"
                                + " and coverage_notice.told_at < :quiet")
                        .setParameter("subject", subject)
                        .setParameter("begins", begins)
                        .setParameter("now", now)
                        .setParameter("quiet", quietSince)
                        .executeUpdate()
                == 1;
    }

    /** Forgets what is well again, so that it is told anew when it comes back. */
    void keepOnly(Collection<String> subjects) {
        if (subjects.isEmpty()) deleteAll();
        else delete("subject not in ?1", subjects);
    }
}
