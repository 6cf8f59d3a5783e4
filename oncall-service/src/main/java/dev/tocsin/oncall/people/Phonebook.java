package dev.tocsin.oncall.people;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Problem;

/** Adds and removes ways to reach people; joins the caller's transaction. */
@ApplicationScoped
class Phonebook {
    private final ContactMethods methods;
    private final NotificationRules rules;
    private final Clock clock;

    Phonebook(ContactMethods methods, NotificationRules rules, Clock clock) {
        this.methods = methods;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Adds a way to reach somebody, not verified yet. A number that was stopped elsewhere is stopped here too: the
     * carrier blocks the number.
     */
    ContactMethod add(UUID personId, Directory.Kind kind, String field, String text) {
        var address = Addresses.read(kind, field, text);
        var same = methods.at(address);
        if (same.stream().anyMatch(method -> method.personId.equals(personId) && method.kind == kind))
            throw Problem.conflict("this %s is already there".formatted(kind.phone() ? "number" : "address"));
        var method = ContactMethod.claimed(personId, kind, address, clock.instant());
        if (kind.phone()) same.stream().findAny().ifPresent(other -> method.optedOutAt = other.optedOutAt);
        methods.persist(method);
        return method;
    }

    void remove(ContactMethod method) {
        rules.delete("methodId", method.id);
        method.deletedAt = clock.instant();
    }

    /** Makes this the first text number: the present first one gives way. Blank removes it. */
    void setPhone(UUID personId, String phone) {
        var first = methods.of(personId).stream()
                .filter(method -> method.kind == Directory.Kind.SMS)
                .findFirst();
        if (phone.isBlank()) {
            first.ifPresent(this::remove);
            return;
        }
        var number = Phones.read("phone", phone);
        if (first.isPresent() && first.get().address.equals(number)) return;
        first.ifPresent(this::remove);
        if (methods.of(personId).stream()
                .noneMatch(method -> method.kind == Directory.Kind.SMS && method.address.equals(number)))
            add(personId, Directory.Kind.SMS, "phone", number);
    }
}
