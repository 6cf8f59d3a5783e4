package dev.tocsin.dashboard.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Viewer;

/**
 * A task of a published report; ownerId, due, settledAt, settledBy, check and team may be null.
 *
 * @param watches what a check for it would watch; {@code *} where it does not say, empty where it adds no monitoring
 */
public record Task(
        UUID id,
        String title,
        String owner,
        UUID ownerId,
        LocalDate due,
        String doneWhen,
        String link,
        String watches,
        String state,
        boolean overdue,
        String reason,
        Instant settledAt,
        Ref settledBy,
        Check check,
        Ref postmortem,
        Ref service,
        Ref team) {

    /** The check made for it; {@code runsSince} is null until it has seen its target. */
    public record Check(UUID id, String name, Instant runsSince) {}

    public boolean isOpen() {
        return state.equals("open");
    }

    public boolean isDone() {
        return state.equals("done");
    }

    public boolean isDeclined() {
        return state.equals("declined");
    }

    /** Its owner may say what became of it, and so may any responder. */
    public boolean isFor(Viewer viewer) {
        return viewer.mayAct() || viewer.id().equals(ownerId);
    }

    /** It adds monitoring, and nobody has made the check yet. */
    public boolean wantsCheck() {
        return isOpen() && !watches.isEmpty() && check == null;
    }

    /** Something like it would be noticed now. */
    public boolean isCaught() {
        return check != null && check.runsSince() != null;
    }

    public String settledByName() {
        return settledBy == null ? "somebody" : settledBy.name();
    }

    /** The check form, filled in as far as the task says. */
    public String checkForm() {
        var address = new Address("/checks/new").with("task", id).with("name", title);
        address = address.with("service", service == null ? null : service.id());
        if (watches.matches("(?i)https?://.*"))
            return address.with("kind", "http").with("http.url", watches).path();
        var colon = watches.lastIndexOf(':');
        if (colon < 1) return address.path();
        return address.with("kind", "tcp")
                .with("tcp.host", watches.substring(0, colon))
                .with("tcp.port", watches.substring(colon + 1))
                .path();
    }
}
