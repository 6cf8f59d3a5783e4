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

    /** Adds a text number. A number that was stopped elsewhere is stopped here too: the carrier blocks the number. */
    ContactMethod addSms(UUID personId, String field, String text) {
        var number = Phones.read(field, text);
        var sameNumber = methods.at(number);
        if (sameNumber.stream().anyMatch(method -> method.personId.equals(personId)))
            throw Problem.conflict("this number is already there");
        var method = ContactMethod.sms(personId, number, clock.instant());
        sameNumber.stream().findAny().ifPresent(other -> method.optedOutAt = other.optedOutAt);
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
        if (methods.of(personId).stream().noneMatch(method -> method.address.equals(number)))
            addSms(personId, "phone", number);
    }
}
