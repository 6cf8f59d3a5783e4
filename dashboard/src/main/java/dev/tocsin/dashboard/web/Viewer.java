package dev.tocsin.dashboard.web;

import java.time.ZoneId;
import java.util.UUID;

/**
 * The signed-in person a page is drawn for, valid for this one request.
 *
 * @param role viewer, responder or admin: each may do what the one before may
 * @param token the short-lived JWT that the services accept; never shown, never stored
 */
public record Viewer(
        UUID id, String name, String email, String role, ZoneId zone, boolean mustChangePassword, String token) {

    /** The value of the Authorization header for calls made for this viewer. */
    public String bearer() {
        return "Bearer " + token;
    }

    public boolean isAdmin() {
        return role.equals("admin");
    }

    /** Whether this viewer may acknowledge, resolve and edit; a plain viewer may only read. */
    public boolean mayAct() {
        return isAdmin() || role.equals("responder");
    }

    public boolean is(UUID person) {
        return id.equals(person);
    }

    /** Without the token: a log line must not carry it. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(name, role);
    }
}
