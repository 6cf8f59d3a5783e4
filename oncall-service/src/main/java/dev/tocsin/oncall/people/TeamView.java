package dev.tocsin.oncall.people;

import java.util.List;
import java.util.UUID;

/** A team and who is in it. */
record TeamView(UUID id, String name, String description, List<MemberView> members, int version) {

    /** Somebody in a team. */
    record MemberView(UUID id, String name, TeamRole role) {}

    static TeamView of(Team team, List<MemberView> members) {
        return new TeamView(team.id, team.name, team.description, members, team.version);
    }
}
