package dev.tocsin.dashboard.tasks;

import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** Tasks as postmortem-service keeps them. */
@Path("/api/v1/tasks")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
public interface TasksClient {
    record Done(String note) {}

    record Decline(String reason) {}

    record Watch(UUID checkId, String name) {}

    @GET
    Items<Task> list(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery Map<String, String> query);

    @GET
    @Path("{id}")
    Task task(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/done")
    Task done(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Done done);

    @POST
    @Path("{id}/decline")
    Task decline(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Decline decline);

    @POST
    @Path("{id}/reopen")
    Task reopen(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/check")
    Task watchedBy(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Watch watch);
}
