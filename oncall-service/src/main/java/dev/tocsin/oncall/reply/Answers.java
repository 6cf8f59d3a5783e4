package dev.tocsin.oncall.reply;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.people.Addresses;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Directory.PersonRef;

/**
 * Understands a text and does what it says. Joins the caller's transaction. A stranger gets silence; a code works only
 * for the person it was sent to, from any of their phones; whoever guesses codes is no longer answered.
 */
@ApplicationScoped
class Answers {
    private static final int MISSES_AN_HOUR = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Directory directory;
    private final Deeds deeds;
    private final InboundTexts texts;
    private final Audit audit;
    private final Clock clock;

    Answers(Directory directory, Deeds deeds, InboundTexts texts, Audit audit, Clock clock) {
        this.directory = directory;
        this.deeds = deeds;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code carrierSays} is the carrier's own reading of the text (STOP, START or HELP) where it tells us. */
    Reply to(String sender, String body, Optional<String> carrierSays) {
        var commands = carrierSays.map(Answers::carrierWord).orElseGet(() -> Command.parse(body));
        return switch (commands.getFirst()) {
            case Command.Stop _ -> stopped(sender);
            case Command.Start _ -> started(sender);
            case Command.Help _ when carrierSays.isPresent() -> Reply.silence("carrier-answered");
            default -> heard(sender, commands);
        };
    }

    private Reply heard(String sender, List<Command> commands) {
        var people = directory.byPhone(sender);
        if (people.isEmpty()) return Reply.silence("unknown-number");
        var since = clock.instant().minus(HOUR);
        if (texts.misses(sender, since) >= MISSES_AN_HOUR) {
            if (!texts.ignoredSince(sender, since)) {
                audited(people, "texts.ignored", sender, "too many wrong codes within an hour");
            }
            return Reply.silence(Reply.IGNORED);
        }
        return deeds.of(people, commands);
    }

    private Reply stopped(String sender) {
        directory.optOut(sender, true);
        audited(directory.byPhone(sender), "texts.stopped", sender, "STOP from the phone: no texts until START");
        return Reply.silence("stopped");
    }

    private Reply started(String sender) {
        directory.optOut(sender, false);
        audited(directory.byPhone(sender), "texts.restarted", sender, "START from the phone");
        return Reply.silence("started");
    }

    private void audited(List<PersonRef> people, String action, String sender, String detail) {
        for (var person : people) {
            audit.record(
                    new Audit.Actor(person.id(), person.name()),
                    action,
                    "phone " + Addresses.masked(Directory.Kind.SMS, sender),
                    detail);
        }
    }

    private static List<Command> carrierWord(String word) {
        return switch (word) {
            case "STOP" -> List.of(new Command.Stop());
            case "START" -> List.of(new Command.Start());
            default -> List.of(new Command.Help());
        };
    }

    static List<UUID> ids(List<PersonRef> people) {
        return people.stream().map(PersonRef::id).toList();
    }
}
