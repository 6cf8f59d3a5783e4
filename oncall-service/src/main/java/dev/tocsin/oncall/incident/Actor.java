package dev.tocsin.oncall.incident;

import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.people.Directory;

/** Who did something to an incident: a person, or the tool that watches. */
public sealed interface Actor {
    String name();

    Channel channel();

    record Person(UUID id, String name, Channel channel) implements Actor {}

    record Source(String name) implements Actor {
        @Override
        public Channel channel() {
            return Channel.EVENT;
        }
    }

    static Actor person(Directory.PersonRef person, Channel channel) {
        return new Person(person.id(), person.name(), channel);
    }

    default Optional<UUID> personId() {
        return switch (this) {
            case Person person -> Optional.of(person.id());
            case Source _ -> Optional.empty();
        };
    }
}
