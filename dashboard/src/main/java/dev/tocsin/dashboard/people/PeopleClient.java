package dev.tocsin.dashboard.people;

import java.time.Duration;
import java.time.Instant;
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
import org.jboss.resteasy.reactive.RestResponse;

/** People as oncall-service keeps them. */
@Path("/api/v1/people")
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
interface PeopleClient {
    /**
     * One person.
     *
     * @param phone null when none was given; masked unless the reader is an admin or that person
     */
    record Person(
            UUID id,
            String name,
            String email,
            String role,
            String zone,
            boolean mustChangePassword,
            boolean disabled,
            String phone,
            List<Team> teams,
            boolean reachable,
            int version) {
        /** Somebody who may be on call and whom no page reaches. */
        public boolean unreachable() {
            return !reachable && !disabled;
        }
    }

    record Team(UUID id, String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewPerson(String name, String email, String role, String zone, String phone, List<UUID> teamIds) {}

    /** The person just made, with the password that is shown once. */
    record Created(UUID id, String name, String email, String oneTimePassword) {}

    /** Changes to somebody; null {@code disabled} and {@code phone} stay as they are, an empty phone is removed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Changed(String name, String email, String role, String zone, String phone, Boolean disabled, int version) {
        static Changed disabling(Person person, boolean disabled) {
            return new Changed(
                    person.name(), person.email(), person.role(), person.zone(), null, disabled, person.version());
        }
    }

    record Reset(String oneTimePassword) {}

    /**
     * A way to reach somebody; the address is masked unless the reader is an admin or that person.
     *
     * @param trouble null when it may be paged, else unverified, stopped or disabled; {@code reason} says it in words
     * @param codeUntil how long the code that went there is good; null when none did
     * @param secret what signs a webhook's requests; only in the answer to adding one
     */
    record Method(
            UUID id,
            String kind,
            String address,
            boolean verified,
            boolean enabled,
            String trouble,
            String reason,
            Instant codeUntil,
            String secret) {
        public MethodLook look() {
            return MethodLook.of(this);
        }

        /** Its code was never typed, and nothing else is wrong with it. */
        public boolean unproven() {
            return "unverified".equals(trouble);
        }

        /** Its code may be typed now, or was just typed wrong. */
        public boolean isAwaiting(UUID typed) {
            return codeUntil != null || id.equals(typed);
        }

        /** It rings or buzzes. */
        public boolean atPhone() {
            return kind.equals("sms") || kind.equals("voice");
        }
    }

    record Typed(String code) {}

    record NewMethod(String kind, String address) {}

    /** Use this method so long after the page is due. */
    record Rule(UUID methodId, Duration delay) {}

    @GET
    Items<Person> list(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("q") String q,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") String cursor);

    @POST
    Created create(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, NewPerson person);

    @GET
    @Path("{id}")
    Person person(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @PUT
    @Path("{id}")
    Person change(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, Changed person);

    @POST
    @Path("{id}/password-reset")
    Reset resetPassword(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @GET
    @Path("{id}/contact-methods")
    List<Method> methods(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id);

    @POST
    @Path("{id}/contact-methods")
    Method addMethod(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, NewMethod method);

    @DELETE
    @Path("{id}/contact-methods/{methodId}")
    void removeMethod(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID methodId);

    @POST
    @Path("{id}/contact-methods/{methodId}/{what}")
    Method methodTo(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID methodId, String what);

    @POST
    @Path("{id}/contact-methods/{methodId}/verification/confirm")
    Method confirm(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, UUID methodId, Typed code);

    @GET
    @Path("{id}/notification-rules")
    RestResponse<List<Rule>> rules(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, UUID id, @QueryParam("urgency") String urgency);

    @PUT
    @Path("{id}/notification-rules")
    List<Rule> setRules(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @HeaderParam(HttpHeaders.IF_MATCH) String read,
            UUID id,
            @QueryParam("urgency") String urgency,
            List<Rule> rules);
}
