package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.people.Directory.Kind;
import dev.tocsin.oncall.people.Membership;
import io.quarkus.logging.Log;

/** Tells those who run Tocsin that a way to people is broken: the log, the audit and every administrator, by another way. */
@ApplicationScoped
class Operators {
    private static final Audit.Actor TOCSIN = new Audit.Actor(new UUID(0, 0), "Tocsin");

    private final Announcements announcements;
    private final Membership membership;
    private final Audit audit;
    private final Clock clock;

    Operators(Announcements announcements, Membership membership, Audit audit, Clock clock) {
        this.announcements = announcements;
        this.membership = membership;
        this.audit = audit;
        this.clock = clock;
    }

    /** A way is broken for everybody, or our account is. At most once an hour for one trouble. */
    void alert(String trouble, Kind broken, String sentence) {
        Log.errorf("%s", sentence);
        tell(trouble, broken, sentence);
    }

    /** One person's way is broken. Joins the caller's transaction, as all here does. */
    void tell(String trouble, Kind broken, String sentence) {
        audit.record(TOCSIN, "channel.trouble", broken.wire(), sentence);
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        for (var admin : membership.enabledAdmins()) {
            announcements.tellOtherThan(
                    broken, admin, "Pages by " + broken.noun(), sentence, trouble + " " + hour + " " + admin);
        }
    }
}
