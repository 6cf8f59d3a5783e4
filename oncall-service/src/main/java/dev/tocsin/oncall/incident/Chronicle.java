package dev.tocsin.oncall.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.people.Directory;

/** Writes down what happens to an incident: the next line of its timeline, and the audit entry of whoever caused it. */
@ApplicationScoped
class Chronicle {
    private final Timeline timeline;
    private final Directory directory;
    private final Audit audit;
    private final Event<Told> told;
    private final Clock clock;

    Chronicle(Timeline timeline, Directory directory, Audit audit, Event<Told> told, Clock clock) {
        this.timeline = timeline;
        this.directory = directory;
        this.audit = audit;
        this.told = told;
        this.clock = clock;
    }

    void tell(Incident incident, EntryKind kind, String body, Instant now) {
        written(incident, incident.tell(kind, body, now));
    }

    void tell(Incident incident, EntryKind kind, String body, Instant now, Actor by) {
        written(incident, incident.tell(kind, body, now, by));
    }

    private void written(Incident incident, TimelineEntry entry) {
        timeline.persist(entry);
        told.fire(new Told(incident.id, incident.teamId, entry.kind, IncidentDetail.Entry.of(entry)));
    }

    /** Only people are audited: what a tool says is on the timeline. */
    void audited(Actor by, String action, Incident incident, String detail) {
        if (by instanceof Actor.Person person) {
            audit.record(new Audit.Actor(person.id(), person.name()), action, "incident #" + incident.number, detail);
        }
    }

    /** "Resolved by Ada by SMS". */
    static String said(String verb, Actor by) {
        return switch (by) {
            case Actor.Person person ->
                "%s by %s %s".formatted(verb, person.name(), person.channel().phrase());
            case Actor.Source source -> "%s by %s".formatted(verb, source.name());
            case Actor.Silence silence -> "%s by itself: %s".formatted(verb, silence.why());
        };
    }

    String name(UUID person) {
        return known(person).map(Directory.PersonRef::name).orElse("somebody");
    }

    Optional<Directory.PersonRef> known(UUID person) {
        return directory.find(person);
    }

    /** Now, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
