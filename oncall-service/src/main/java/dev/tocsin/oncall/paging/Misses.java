package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.tocsin.oncall.incident.EntryKind;
import dev.tocsin.oncall.incident.Incidents;
import dev.tocsin.oncall.incident.SomethingDue;
import dev.tocsin.oncall.incident.StillWanted;
import dev.tocsin.oncall.paging.TwilioErrors.Reaction;
import dev.tocsin.oncall.people.Directory;
import io.quarkus.logging.Log;

/**
 * What follows when a person was not told: by what the carrier said, once more, or their next method now, or the next
 * step now. Joins the caller's transaction.
 */
@ApplicationScoped
class Misses {
    private static final int LAST_TRY = 2;
    /** A phone that is busy now may be free soon; a text is tried again at once. */
    private static final Duration BEFORE_RINGING_AGAIN = Duration.ofSeconds(20);

    private static final Set<PageState> HOPEFUL = EnumSet.of(
            PageState.DUE,
            PageState.LEASED,
            PageState.INTENT,
            PageState.ACCEPTED,
            PageState.DELIVERED,
            PageState.BUNDLED);

    private final PageRepository pages;
    private final Incidents incidents;
    private final StillWanted wanted;
    private final Directory directory;
    private final Announcements announcements;
    private final Operators operators;
    private final Event<SomethingDue> due;
    private final Clock clock;

    Misses(
            PageRepository pages,
            Incidents incidents,
            StillWanted wanted,
            Directory directory,
            Announcements announcements,
            Operators operators,
            Event<SomethingDue> due,
            Clock clock) {
        this.pages = pages;
        this.incidents = incidents;
        this.wanted = wanted;
        this.directory = directory;
        this.announcements = announcements;
        this.operators = operators;
        this.due = due;
        this.clock = clock;
    }

    /** The carrier said why a page did not arrive; {@code why} is the sentence for the timeline. */
    void react(Page page, Reaction reaction, String code, String why) {
        switch (reaction) {
            case OPTED_OUT -> {
                directory.optOut(page.address, true);
                missed(page, why);
            }
            case BAD_CONTACT -> {
                switchOff(page, TwilioErrors.meaning(code));
                missed(page, why);
            }
            case ONCE_MORE -> {
                if (worthAnother(page)) again(page, why);
                else missed(page, why);
            }
            case OTHER_WORDS -> {
                operators.alert("words " + code, page.kind, blocked(code));
                if (worthAnother(page)) {
                    page.inPlainWords();
                    again(page, why);
                    nextMethod(page, pages.ofStep(page));
                } else {
                    missed(page, why);
                }
            }
            case NOT_ALLOWED -> {
                operators.alert("reach " + code, page.kind, notAllowed(page, code));
                missed(page, why);
            }
            case ACCOUNT -> {
                operators.alert("account " + code, page.kind, refused(page, code));
                missed(page, why);
            }
            case ANOTHER_WAY -> missed(page, why);
        }
    }

    /** Ends the page as failed, says why, and sees to it that somebody is told. */
    void missed(Page page, String why) {
        page.end(PageState.FAILED);
        Log.warnf("page failed id=%s incident=%s: %s", page.id, page.incidentId, why);
        incidents.tell(page.incidentId, EntryKind.PAGE_FAILED, why, Optional.of(page.to()));
        anotherWay(page);
    }

    /** The page itself still has hope, but somebody must be told without waiting for it. */
    void anotherWay(Page page) {
        var others = pages.ofStep(page);
        nextMethod(page, others);
        if (others.stream().noneMatch(other -> !other.id.equals(page.id) && HOPEFUL.contains(other.state))) {
            incidents.stepFailed(page.incidentId, page.cycle, page.step);
        }
    }

    /** A helper's page is, although somebody holds the incident; one for a service in maintenance is not. */
    private boolean worthAnother(Page page) {
        return page.attempt < LAST_TRY && wanted.is(page.asked());
    }

    private void again(Page page, String why) {
        incidents.tell(page.incidentId, EntryKind.PAGE_FAILED, why + "; once more", Optional.of(page.to()));
        page.again(page.kind == Directory.Kind.VOICE ? clock.instant().plus(BEFORE_RINGING_AGAIN) : clock.instant());
        due.fire(new SomethingDue());
    }

    private void nextMethod(Page page, List<Page> others) {
        var now = clock.instant();
        others.stream()
                .filter(other -> other.personId.equals(page.personId) && other.state == PageState.DUE)
                .filter(other -> other.methodId != null && !other.methodId.equals(page.methodId))
                .min(Comparator.comparing(other -> other.dueAt))
                .ifPresent(next -> bringForward(next, now));
    }

    private void bringForward(Page next, Instant now) {
        if (next.dueAt.isAfter(now)) next.dueAt = now;
        due.fire(new SomethingDue());
    }

    private void switchOff(Page page, String reason) {
        if (page.methodId == null) return;
        directory.disable(page.methodId, reason);
        announcements.tellOtherThan(
                page.kind,
                page.personId,
                "A contact method of yours is switched off",
                "Tocsin cannot page you by %s any more: %s. Mend it on your profile."
                        .formatted(page.kind.noun(), reason),
                "broken " + page.methodId);
        operators.tell(
                "broken " + page.methodId,
                page.kind,
                "%s cannot be paged by %s any more: %s".formatted(page.person, page.kind.noun(), reason));
    }

    private static String blocked(String code) {
        return "The carrier blocks the words of our pages (%s): they go out in plainer ones and by other ways"
                .formatted(code);
    }

    private static String notAllowed(Page page, String code) {
        return "Our account at the carrier may not reach the number of %s by %s (%s)"
                .formatted(page.person, page.kind.noun(), code);
    }

    private static String refused(Page page, String code) {
        return "The carrier does not deliver for our account by %s (%s)".formatted(page.kind.noun(), code);
    }
}
