package dev.tocsin.dashboard.oncall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a tool's own JSON keeps what a page needs, as oncall-service keeps it. */
@Path("/api/v1/services/{id}/integrations/{integrationId}/mapping")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface MappingClient {
    /** JSON pointers, any but {@code summary} null when it is not read; then the tool's words for its actions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mapping(
            String summary,
            String dedup,
            String action,
            String severity,
            String source,
            String observed,
            String details,
            String link,
            List<String> resolveWhen,
            List<String> acknowledgeWhen) {}

    record Trial(Mapping mapping, JsonNode body) {}

    /** What a body would become; when it is no good only {@code errors} says something. */
    record Verdict(
            boolean good,
            List<String> errors,
            String action,
            String dedupKey,
            String summary,
            String severity,
            String source,
            Instant observed,
            String link,
            String details) {}

    @GET
    RestResponse<Mapping> mapping(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID integrationId);

    @PUT
    Mapping set(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam(HttpHeaders.IF_MATCH) String read,
            UUID id,
            UUID integrationId,
            Mapping mapping);

    @DELETE
    void reset(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID integrationId);

    @POST
    @Path("try")
    Verdict attempt(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID integrationId, Trial trial);
}
