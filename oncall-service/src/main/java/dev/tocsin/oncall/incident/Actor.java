package dev.tocsin.oncall.incident;

import java.util.Optional;
import java.util.UUID;

import dev.tocsin.oncall.people.Directory;

/** Who did something to an incident: a person, the tool that watches, or nobody within the time agreed. */
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

    /** Nobody said anything for the service's time; {@code why} says so. */
    record Silence(String why) implements Actor {
        @Override
        public String name() {
            return "auto-resolve";
        }

        @Override
        public Channel channel() {
            return Channel.TIMEOUT;
        }
    }

    static Actor person(Directory.PersonRef person, Channel channel) {
        return new Person(person.id(), person.name(), channel);
    }

    default Optional<UUID> personId() {
        return switch (this) {
            case Person person -> Optional.of(person.id());
            case Source _, Silence _ -> Optional.empty();
        };
    }
}
