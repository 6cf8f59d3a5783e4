package dev.tocsin.postmortem.probe;

import java.time.Instant;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** oncall-service as the issuer: the service's own secret for a token that is good for minutes. */
@RegisterRestClient(configKey = "oncall")
@Path("/api/v1/token")
interface TokenClient {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Issued(String token, Instant expiresAt) {}

    @POST
    Issued exchange(@HeaderParam(HttpHeaders.AUTHORIZATION) String secret);
}
