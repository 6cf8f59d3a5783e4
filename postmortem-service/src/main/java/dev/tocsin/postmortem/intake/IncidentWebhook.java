package dev.tocsin.postmortem.intake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.tocsin.postmortem.facts.IncidentDocument;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The envelope of the webhook; other types than {@code incident.resolved} are taken and left. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record IncidentWebhook(String type, IncidentDocument data) {
    static final String RESOLVED = "incident.resolved";
}
