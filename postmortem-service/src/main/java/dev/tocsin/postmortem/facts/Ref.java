package dev.tocsin.postmortem.facts;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Something another service owns, by its id and by the name it had then: a person, a service, a team. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Ref(UUID id, String name) {}
