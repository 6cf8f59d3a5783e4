package dev.tocsin.dashboard.web;

import java.util.UUID;

/** Something named elsewhere: a team, a service, a person. */
public record Ref(UUID id, String name) {
    public Option option() {
        return new Option(id.toString(), name);
    }
}
