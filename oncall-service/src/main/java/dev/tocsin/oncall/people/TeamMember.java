package dev.tocsin.oncall.people;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** That a person belongs to a team, and what they may do with what it owns. */
@Entity
@Table(name = "team_member")
class TeamMember {
    @Embeddable
    record Key(UUID teamId, UUID personId) {}

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    TeamRole role;
}
