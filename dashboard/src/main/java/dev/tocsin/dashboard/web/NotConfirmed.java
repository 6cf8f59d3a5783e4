package dev.tocsin.dashboard.web;

/**
 * A service wants to know once more who the viewer is before it does this. Not a {@link CallFailed}: no page handles it by
 * itself, all are handed to the page that asks for the password and then does what was asked.
 */
public final class NotConfirmed extends RuntimeException {
    static final String TYPE = "urn:tocsin:unconfirmed";

    NotConfirmed() {
        super("the viewer must prove who they are");
    }
}
