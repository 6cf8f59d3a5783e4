package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.incident.SomethingDue;
import dev.tocsin.oncall.paging.Announcement.Purpose;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Directory.Kind;
import io.quarkus.logging.Log;

/** Tells people what is no incident: that a schedule has a gap, that they are on call, that a method of theirs broke. */
@ApplicationScoped
@Transactional
public class Announcements {
    private final AnnouncementRepository announcements;
    private final Directory directory;
    private final Event<SomethingDue> due;
    private final Clock clock;

    Announcements(AnnouncementRepository announcements, Directory directory, Event<SomethingDue> due, Clock clock) {
        this.announcements = announcements;
        this.directory = directory;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Writes a message to somebody, in the caller's transaction, sent after its commit by their first usable method
     * for what is not urgent. The same {@code dedupKey} a second time says nothing.
     *
     * @return false when the person cannot be reached at all, which the caller may want to say elsewhere
     */
    public boolean tell(UUID personId, String subject, String text, String dedupKey) {
        return tell(personId, _ -> true, subject, text, dedupKey);
    }

    /** The same, but never by the way that is broken. */
    boolean tellOtherThan(Kind broken, UUID personId, String subject, String text, String dedupKey) {
        return tell(personId, method -> method.kind() != broken, subject, text, dedupKey);
    }

    private boolean tell(
            UUID personId, Predicate<Directory.Method> wanted, String subject, String text, String dedupKey) {
        var method = directory.usableMethods(personId).stream().filter(wanted).findFirst();
        if (method.isEmpty()) {
            Log.warnf("nobody can be told that \"%s\": person %s has no usable contact method", subject, personId);
            return false;
        }
        if (announcements.known(dedupKey)) return true;
        announcements.persist(
                Announcement.to(personId, method.get(), Purpose.NOTICE, subject, text, dedupKey, clock.instant()));
        due.fire(new SomethingDue());
        return true;
    }
}
