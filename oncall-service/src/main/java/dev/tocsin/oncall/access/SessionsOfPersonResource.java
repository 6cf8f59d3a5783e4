package dev.tocsin.oncall.access;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.audit.Audit;
import dev.tocsin.oncall.audit.Caller;
import dev.tocsin.oncall.people.Accounts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Signing somebody out everywhere, for administrators: a lost phone, a borrowed computer. */
@Path("/api/v1/people/{id}/sessions")
@RolesAllowed("admin")
@Transactional
@RunOnVirtualThread
public class SessionsOfPersonResource {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;
    private final Caller caller;

    SessionsOfPersonResource(Accounts accounts, Sessions sessions, Audit audit, Caller caller) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.caller = caller;
    }

    @DELETE
    @Operation(summary = "End every session of somebody at once.")
    public void endAll(UUID id) {
        var account = accounts.find(id).orElseThrow(() -> new NotFoundException("there is no person " + id));
        sessions.endAll(id, Optional.empty());
        audit.record(caller.actor(), "session.ended-all", account.name(), "");
    }
}
