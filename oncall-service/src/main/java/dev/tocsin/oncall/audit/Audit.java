package dev.tocsin.oncall.audit;

import java.util.UUID;

/** Writes who changed what; joins the caller's transaction, so that a change and its entry stand or fall together. */
public interface Audit {

    /** Who acts: a person, or a named part of the system when {@code id} is the nil UUID. */
    record Actor(UUID id, String name) {}

    /** Records one change. {@code action} is a dotted verb ("team.created"), {@code subject} names what was changed. */
    void record(Actor actor, String action, String subject, String detail);
}
