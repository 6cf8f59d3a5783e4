package dev.tocsin.oncall.people;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides how a person is told, from their methods and wishes. */
final class Reach {
    private Reach() {}

    /**
     * The wishes that can be carried out, soonest first. Somebody who never said, or whose wishes all name methods that
     * may not be paged, gets every text number at once: a person paged must be reachable.
     */
    static List<Directory.Rule> rules(List<ContactMethod> methods, List<NotificationRule> wishes) {
        Map<UUID, ContactMethod> usable = methods.stream()
                .filter(ContactMethod::mayBePaged)
                .collect(Collectors.toMap(method -> method.id, Function.identity()));
        var wished = wishes.stream()
                .filter(wish -> usable.containsKey(wish.methodId))
                .map(wish -> new Directory.Rule(usable.get(wish.methodId).method(), wish.delay()))
                .toList();
        if (!wished.isEmpty()) return wished;
        return methods.stream()
                .filter(ContactMethod::mayBePaged)
                .filter(method -> method.kind == Directory.Kind.SMS)
                .map(method -> new Directory.Rule(method.method(), Duration.ZERO))
                .toList();
    }
}
