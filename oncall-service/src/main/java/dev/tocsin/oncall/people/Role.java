package dev.tocsin.oncall.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.oncall.Problem;

/** What a person may do; each role includes the ones before it. */
public enum Role {
    /** Reads everything. */
    @JsonProperty("viewer")
    VIEWER,
    /** Acts on incidents, schedules, services. */
    @JsonProperty("responder")
    RESPONDER,
    /** Manages people and deletes what is shared. */
    @JsonProperty("admin")
    ADMIN;

    /** A role as it stands in an address. */
    public static Role fromString(String word) {
        return Arrays.stream(values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.badField("role", "is viewer, responder or admin"));
    }

    /** As it stands in a sentence. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The groups a token of this role carries. */
    public Set<String> groups() {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(this) <= 0)
                .map(Role::word)
                .collect(Collectors.toUnmodifiableSet());
    }
}
