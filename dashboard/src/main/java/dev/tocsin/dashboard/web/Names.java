package dev.tocsin.dashboard.web;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The names of teams, services and people, for the choices of filters and forms. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1")
public interface Names {
    /** As many as one answer holds: more would be no choice a person can make. */
    int MOST = 200;

    @GET
    @Path("/teams")
    Items<Ref> teams(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

    @GET
    @Path("/services")
    Items<Ref> services(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

    @GET
    @Path("/people")
    Items<Ref> people(@HeaderParam("Authorization") String bearer, @QueryParam("limit") int limit);

    /** The choices of a select; none when the service did not answer, and the filter then has only "any". */
    static List<Option> options(Answer<Items<Ref>> answer) {
        return answer.map(Items::items).or(List.of()).stream().map(Ref::option).toList();
    }
}
