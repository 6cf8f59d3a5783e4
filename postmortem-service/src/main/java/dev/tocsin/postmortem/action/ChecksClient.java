package dev.tocsin.postmortem.action;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The checks of monitor-service, as far as a task needs them. */
@RegisterRestClient(configKey = "monitor")
@Path("/api/v1/checks")
interface ChecksClient {
    /** {@code lastResult} is null until it has seen its target. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Check(String name, boolean paused, Result lastResult) {
        boolean runs() {
            return !paused && lastResult != null && lastResult.at() != null;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Result(Instant at) {}

    @GET
    @Path("/{id}")
    Check check(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);
}
