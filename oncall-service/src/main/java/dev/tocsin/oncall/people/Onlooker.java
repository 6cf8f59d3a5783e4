package dev.tocsin.oncall.people;

import java.util.UUID;

/** Who looks: decides whether phone numbers are shown whole. */
record Onlooker(UUID id, boolean admin) {

    boolean mayRead(UUID personId) {
        return admin || id.equals(personId);
    }
}
