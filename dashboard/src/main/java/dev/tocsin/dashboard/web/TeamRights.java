package dev.tocsin.dashboard.web;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/**
 * Whether a viewer may change what a team owns, so that pages need not offer what would be refused. Only for show: the
 * services decide.
 */
@ApplicationScoped
public class TeamRights {
    /** A team's people, as far as their roles go. */
    @Path("/api/v1/teams")
    @RegisterRestClient(configKey = "oncall")
    @RegisterProvider(Refusals.class)
    interface Client {
        record Team(List<Member> members) {}

        record Member(UUID id, String role) {}

        @GET
        @Path("/{id}")
        Team team(@HeaderParam("Authorization") String bearer, UUID id);
    }

    private final Client teams;

    TeamRights(@RestClient Client teams) {
        this.teams = teams;
    }

    /** Administrators always; others when they manage the team. Not when the team cannot be read. */
    public boolean manages(Viewer viewer, UUID teamId) {
        if (viewer.isAdmin()) return true;
        if (!viewer.mayAct()) return false;
        return ONCALL.ask(() -> teams.team(viewer.bearer(), teamId))
                .map(team -> team.members().stream()
                        .anyMatch(member -> viewer.is(member.id()) && "manager".equals(member.role())))
                .or(false);
    }
}
