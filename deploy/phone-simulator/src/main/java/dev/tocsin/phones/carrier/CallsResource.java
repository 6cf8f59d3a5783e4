package dev.tocsin.phones.carrier;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import dev.tocsin.phones.call.CallBook;
import dev.tocsin.phones.call.Switchboard;
import dev.tocsin.phones.fault.Fault;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.PhoneNumber;
import dev.tocsin.phones.truth.TruthLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;

/** Twilio's Calls resource: place, fetch, list. */
@Path("/2010-04-01/Accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CallsResource {
    private static final int LISTED = 50;
    private static final int LONGEST_TWIML = 4_000;
    private static final int LONGEST_RINGING = 600;

    private final Accounts accounts;
    private final Switchboard switchboard;
    private final CallBook calls;
    private final PhoneBook phones;
    private final TruthLog truth;

    CallsResource(Accounts accounts, Switchboard switchboard, CallBook calls, PhoneBook phones, TruthLog truth) {
        this.accounts = accounts;
        this.switchboard = switchboard;
        this.calls = calls;
        this.phones = phones;
        this.truth = truth;
    }

    @POST
    @Path("/Calls.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response place(
            @RestPath String account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            MultivaluedMap<String, String> form,
            @Context RoutingContext exchange) {
        accounts.check(authorization, account);
        if (FaultGate.faultOf(exchange) instanceof Fault.Error(var status, var code))
            return refused(form, CarrierError.planned(status, code));
        var refusal = refusal(form);
        if (refusal.isPresent()) return refused(form, refusal.get());
        var call = switchboard.place(order(form));
        phones.ring(call.to());
        truth.add("request", "decision", "accepted", "answer", 201, "sid", call.sid(), "to", call.to());
        return Response.status(Response.Status.CREATED)
                .entity(CallView.of(call, account))
                .build();
    }

    @GET
    @Path("/Calls/{sid}.json")
    public CallView fetch(
            @RestPath String account,
            @RestPath String sid,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context UriInfo uri) {
        accounts.check(authorization, account);
        return calls.find(sid)
                .map(call -> CallView.of(call, account))
                .orElseThrow(() ->
                        CarrierError.notFound(uri.getRequestUri().getPath()).thrown());
    }

    @GET
    @Path("/Calls.json")
    public CallList list(
            @RestPath String account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context UriInfo uri) {
        accounts.check(authorization, account);
        var to = Optional.ofNullable(uri.getQueryParameters().getFirst("To"));
        var from = Optional.ofNullable(uri.getQueryParameters().getFirst("From"));
        var found = calls.search(call -> to.map(call.to()::equals).orElse(true)
                && from.map(call.from()::equals).orElse(true));
        return CallList.of(
                found.stream()
                        .limit(LISTED)
                        .map(call -> CallView.of(call, account))
                        .toList(),
                account);
    }

    private Response refused(MultivaluedMap<String, String> form, CarrierError error) {
        truth.add("request", "decision", "refused", "answer", error.status(), "to", form.getFirst("To"));
        return error.response();
    }

    private static Optional<CarrierError> refusal(MultivaluedMap<String, String> form) {
        var to = form.getFirst("To");
        var from = form.getFirst("From");
        if (to == null || to.isEmpty()) return error(21201, "No 'To' number specified");
        if (from == null || from.isEmpty()) return error(21213, "No 'From' number specified");
        long sources = List.of("Url", "Twiml", "ApplicationSid").stream()
                .filter(form::containsKey)
                .count();
        if (sources != 1) return error(21205, "Exactly one of 'Url', 'Twiml' and 'ApplicationSid' is required");
        if (value(form, "Twiml").filter(twiml -> twiml.length() > LONGEST_TWIML).isPresent())
            return error(21627, "'Twiml' is longer than 4000 characters");
        return badNumbers(from, to);
    }

    private static Optional<CarrierError> badNumbers(String from, String to) {
        if (from.equals("+15005550001")) return error(21212, "'From' is not a valid phone number: " + from);
        if (from.startsWith("+1500555000") && !from.equals("+15005550006"))
            return error(
                    21210, "The source phone number provided, " + from + ", is not yet verified for your account.");
        return switch (to) {
            case "+15005550001" ->
                error(21217, "The phone number you are attempting to call, " + to + ", is not valid.");
            case "+15005550002" -> error(21214, "'To' phone number cannot be reached");
            case "+15005550003" -> error(21215, "Account not authorized to call " + to + ".");
            case "+15005550004" -> error(21216, "Account not allowed to call " + to + ".");
            default ->
                PhoneNumber.isValid(to)
                        ? Optional.empty()
                        : error(21217, "The phone number you are attempting to call, " + to + ", is not valid.");
        };
    }

    private static Switchboard.Order order(MultivaluedMap<String, String> form) {
        var events = form.getOrDefault("StatusCallbackEvent", List.of("completed"));
        int ringing = value(form, "Timeout")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(60);
        return new Switchboard.Order(
                form.getFirst("From"),
                form.getFirst("To"),
                value(form, "Url"),
                value(form, "Twiml"),
                value(form, "StatusCallback"),
                Set.copyOf(events),
                Duration.ofSeconds(Math.clamp(ringing, 1, LONGEST_RINGING)),
                form.containsKey("MachineDetection"));
    }

    private static Optional<String> value(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).filter(v -> !v.isEmpty());
    }

    private static Optional<CarrierError> error(int code, String message) {
        return Optional.of(CarrierError.badRequest(code, message));
    }
}
