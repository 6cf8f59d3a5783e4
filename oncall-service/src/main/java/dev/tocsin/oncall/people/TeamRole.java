package dev.tocsin.oncall.people;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member may do with what their team owns; each role includes the ones before it. */
public enum TeamRole {
    /** Belongs to the team; changes nothing of it. */
    @JsonProperty("viewer")
    VIEWER,
    /** Answers pages and may stand in for others. */
    @JsonProperty("responder")
    RESPONDER,
    /** Changes what the team owns: its people, schedules, policies, services, integrations, maintenance. */
    @JsonProperty("manager")
    MANAGER;

    boolean includes(TeamRole other) {
        return compareTo(other) >= 0;
    }
}
