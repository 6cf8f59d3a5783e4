package dev.tocsin.oncall.people;

import java.util.List;
import java.util.UUID;

import dev.tocsin.oncall.Ref;

/** A team and who is in it. */
record TeamView(UUID id, String name, String description, List<Ref> members, int version) {
    static TeamView of(Team team, List<Ref> members) {
        return new TeamView(team.id, team.name, team.description, members, team.version);
    }
}
