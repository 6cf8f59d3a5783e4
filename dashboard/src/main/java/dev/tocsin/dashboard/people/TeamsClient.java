package dev.tocsin.dashboard.people;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Teams as oncall-service keeps them. */
@Path("/api/v1/teams")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface TeamsClient {
    /** One team; the description may be null. */
    record Team(UUID id, String name, String description, List<Member> members, int version) {}

    /** @param role viewer, responder or manager of this team */
    record Member(UUID id, String name, String role) {
        public String roleOr() {
            return role == null ? "responder" : role;
        }
    }

    record InRole(String role) {}

    /** A team as a form describes it; {@code version} is the one that was read, null for a new one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Described(String name, String description, Integer version) {}

    @GET
    Items<Team> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @POST
    Team create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Described team);

    @GET
    @Path("{id}")
    Team team(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("{id}")
    Team change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Described team);

    @DELETE
    @Path("{id}")
    void delete(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("{id}/members/{personId}")
    void putMember(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID personId, InRole role);

    @DELETE
    @Path("{id}/members/{personId}")
    void removeMember(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID personId);
}
