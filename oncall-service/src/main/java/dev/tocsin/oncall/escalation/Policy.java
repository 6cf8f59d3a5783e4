package dev.tocsin.oncall.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import dev.tocsin.oncall.Ref;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Whom to tell, in which order, and how long to wait in between. */
@Entity
@RegisterForReflection(targets = {PolicyStep.class, Target.class, Target.Kind.class})
class Policy {
    @Id
    UUID id;

    String name;
    UUID teamId;
    int repeats;

    @JdbcTypeCode(SqlTypes.JSON)
    List<PolicyStep> steps;

    Instant createdAt;
    Instant deletedAt;

    @Version
    int version;

    static Policy agreed(String name, UUID teamId, int repeats, List<PolicyStep> steps, Instant at) {
        var policy = new Policy();
        policy.id = UUID.randomUUID();
        policy.createdAt = at;
        policy.describe(name, teamId, repeats, steps);
        return policy;
    }

    void describe(String name, UUID teamId, int repeats, List<PolicyStep> steps) {
        this.name = name.strip();
        this.teamId = teamId;
        this.repeats = repeats;
        this.steps = steps;
    }

    Ref ref() {
        return new Ref(id, name);
    }

    Responders.Plan plan() {
        return new Responders.Plan(
                id,
                name,
                repeats,
                steps.stream().map(step -> new Responders.Step(step.delay())).toList());
    }
}
