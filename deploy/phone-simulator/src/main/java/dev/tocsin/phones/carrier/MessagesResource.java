package dev.tocsin.phones.carrier;

import java.time.Duration;
import java.util.Optional;

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

import dev.tocsin.phones.fault.Fault;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.Text;
import dev.tocsin.phones.truth.TruthLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;

/** Twilio's Messages resource: send, fetch, list. */
@Path("/2010-04-01/Accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MessagesResource {
    private final Accounts accounts;
    private final Carrier carrier;
    private final PhoneBook phones;
    private final TruthLog truth;

    MessagesResource(Accounts accounts, Carrier carrier, PhoneBook phones, TruthLog truth) {
        this.accounts = accounts;
        this.carrier = carrier;
        this.phones = phones;
        this.truth = truth;
    }

    @POST
    @Path("/Messages.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(
            @RestPath String account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            MultivaluedMap<String, String> form,
            @Context RoutingContext exchange) {
        accounts.check(authorization, account);
        var fault = FaultGate.faultOf(exchange);
        if (fault instanceof Fault.Error(var status, var code)) {
            return answer(form, "planned", CarrierError.planned(status, code));
        }
        return switch (carrier.send(request(form))) {
            case Carrier.Decision.Refused(var error) -> answer(form, "refused", error);
            case Carrier.Decision.Accepted(var text) -> accepted(text, account, fault, form, exchange);
        };
    }

    @GET
    @Path("/Messages/{sid}.json")
    public MessageView fetch(
            @RestPath String account,
            @RestPath String sid,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context UriInfo uri) {
        accounts.check(authorization, account);
        return phones.find(sid)
                .map(text -> MessageView.of(text, account))
                .orElseThrow(() ->
                        CarrierError.notFound(uri.getRequestUri().getPath()).thrown());
    }

    @GET
    @Path("/Messages.json")
    public MessageList list(
            @RestPath String account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @Context UriInfo uri) {
        accounts.check(authorization, account);
        var query = MessageQuery.of(uri.getQueryParameters());
        return MessageList.of(phones.search(query::matches), query, account);
    }

    private Response accepted(
            Text text, String account, Fault fault, MultivaluedMap<String, String> form, RoutingContext exchange) {
        record("accepted", form, 201, text.sid(), fault);
        return switch (fault) {
            case Fault.None _, Fault.Refuse _, Fault.Error _ -> created(text, account);
            case Fault.ErrorAfterAccept _ -> CarrierError.planned(500, 20500).response();
            case Fault.Slow(var delay) -> {
                sleep(delay);
                yield created(text, account);
            }
            case Fault.CutAfterAccept _ -> {
                exchange.request().connection().close();
                yield created(text, account);
            }
        };
    }

    private static Response created(Text text, String account) {
        return Response.status(Response.Status.CREATED)
                .entity(MessageView.of(text, account))
                .build();
    }

    private Response answer(MultivaluedMap<String, String> form, String decision, CarrierError error) {
        record(decision, form, error.status(), null, new Fault.None());
        return error.response();
    }

    private void record(String decision, MultivaluedMap<String, String> form, int status, String sid, Fault fault) {
        truth.add(
                "request",
                "decision",
                decision,
                "answer",
                status,
                "fault",
                fault instanceof Fault.None ? null : fault.toString(),
                "sid",
                sid,
                "from",
                form.getFirst("From"),
                "to",
                form.getFirst("To"),
                "body",
                form.getFirst("Body"),
                "statusCallback",
                form.getFirst("StatusCallback"),
                "hash",
                Integer.toHexString(form.hashCode()));
    }

    private static Acceptance.Request request(MultivaluedMap<String, String> form) {
        return new Acceptance.Request(
                value(form, "To"),
                value(form, "From"),
                value(form, "MessagingServiceSid"),
                value(form, "Body"),
                value(form, "StatusCallback"));
    }

    private static Optional<String> value(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).filter(v -> !v.isEmpty());
    }

    private static void sleep(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
