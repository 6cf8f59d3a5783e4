package dev.tocsin.oncall.people;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That a person belongs to a team. */
@Entity
@Table(name = "team_member")
class TeamMember {
    @Embeddable
    record Key(UUID teamId, UUID personId) {}

    @EmbeddedId
    Key key;

    static TeamMember of(UUID teamId, UUID personId) {
        var member = new TeamMember();
        member.key = new Key(teamId, personId);
        return member;
    }
}
