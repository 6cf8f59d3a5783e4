package dev.tocsin.oncall.people;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.audit.Caller;

/**
 * Who may change what a team owns: its managers, and administrators. Every room that keeps something a team owns asks
 * here before it changes it; a refusal is a 403 that names the team.
 */
@ApplicationScoped
@Transactional
public class Rights {
    private final TeamMembers members;
    private final Teams teams;
    private final Caller caller;

    Rights(TeamMembers members, Teams teams, Caller caller) {
        this.members = members;
        this.teams = teams;
        this.caller = caller;
    }

    /** Refuses a caller who neither manages the team nor administers. */
    public void mustManage(UUID teamId) {
        must(teamId, TeamRole.MANAGER, "only its managers and administrators may do this");
    }

    /** Refuses a caller who is neither a responder or manager of the team nor an administrator. */
    public void mustRespondFor(UUID teamId) {
        must(teamId, TeamRole.RESPONDER, "only its responders, its managers and administrators may do this");
    }

    /** Whether the caller may change what the team owns. */
    public boolean manages(UUID teamId) {
        return has(teamId, TeamRole.MANAGER);
    }

    private void must(UUID teamId, TeamRole role, String rule) {
        if (has(teamId, role)) return;
        var team = teams.findByIdOptional(teamId).map(found -> found.name).orElse("unknown");
        throw Problem.forbidden("this belongs to the team %s: %s".formatted(team, rule));
    }

    private boolean has(UUID teamId, TeamRole role) {
        return caller.isAdmin()
                || members.roleOf(teamId, caller.id())
                        .filter(held -> held.includes(role))
                        .isPresent();
    }
}
