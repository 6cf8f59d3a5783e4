package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.people.Directory.Kind;
import dev.tocsin.oncall.people.Directory.Rule;

/** Decides how a person is told, from their methods and wishes. */
final class Reach {
    /** By default a phone rings when a text was not answered for so long. */
    static final Duration THEN_CALL = Duration.ofMinutes(5);

    private static final List<Kind> WAKING = List.of(Kind.SMS, Kind.VOICE, Kind.EMAIL, Kind.WEBHOOK);
    private static final List<Kind> QUIET = List.of(Kind.EMAIL, Kind.SMS, Kind.WEBHOOK, Kind.VOICE);

    private Reach() {}

    /**
     * The wishes that can be carried out, soonest first. Somebody who never said, or whose wishes all name methods that
     * may not be paged, gets the default: a person paged must be reachable.
     */
    static List<Rule> rules(List<ContactMethod> methods, List<NotificationRule> wishes, Urgency urgency) {
        Map<UUID, ContactMethod> usable = methods.stream()
                .filter(ContactMethod::mayBePaged)
                .collect(Collectors.toMap(method -> method.id, Function.identity()));
        var wished = wishes.stream()
                .filter(wish -> usable.containsKey(wish.methodId))
                .map(wish -> new Rule(usable.get(wish.methodId).method(), wish.delay()))
                .toList();
        if (!wished.isEmpty()) return wished;
        return defaults(methods.stream().filter(ContactMethod::mayBePaged).toList(), urgency);
    }

    /** High: the first text number at once, a call five minutes later. Low: the first e-mail, else the first text. */
    static List<Rule> defaults(List<ContactMethod> methods, Urgency urgency) {
        var rules = new ArrayList<Rule>();
        (urgency == Urgency.HIGH ? WAKING : QUIET)
                .stream()
                        .flatMap(kind -> first(methods, kind).stream())
                        .findFirst()
                        .ifPresent(method -> rules.add(new Rule(method.method(), Duration.ZERO)));
        if (urgency == Urgency.HIGH && first(methods, Kind.SMS).isPresent()) {
            first(methods, Kind.VOICE).ifPresent(voice -> rules.add(new Rule(voice.method(), THEN_CALL)));
        }
        return rules;
    }

    /** All that may be paged, the least disturbing first. */
    static List<Directory.Method> quietly(List<ContactMethod> methods) {
        return methods.stream()
                .filter(ContactMethod::mayBePaged)
                .sorted(Comparator.comparing(method -> QUIET.indexOf(method.kind)))
                .map(ContactMethod::method)
                .toList();
    }

    private static Optional<ContactMethod> first(List<ContactMethod> methods, Kind kind) {
        return methods.stream().filter(method -> method.kind == kind).findFirst();
    }
}
