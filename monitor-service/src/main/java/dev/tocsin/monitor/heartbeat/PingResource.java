package dev.tocsin.monitor.heartbeat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.monitor.database.DatabaseFailure;
import dev.tocsin.monitor.heartbeat.Signal.Kind;
import dev.tocsin.monitor.probe.Redaction;
import dev.tocsin.monitor.timing.CallLimit;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where jobs call. The secret in the address is all they need; any of GET, HEAD and POST counts, as callers of
 * healthchecks.io know it. A call is answered with 200 only once it is kept: a caller that is told otherwise should try
 * again ({@code curl --retry}).
 */
@Path("/ping/{key}")
@RunOnVirtualThread
@PermitAll
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.TEXT_PLAIN)
public class PingResource {
    private static final int BODY = 10_000;
    private static final int AGENT = 200;

    private final SignalBook book;
    private final Event<Called> called;
    private final CallLimit perKey;
    private final CallLimit strays;

    PingResource(SignalBook book, Event<Called> called, HeartbeatConfig config) {
        this.book = book;
        this.called = called;
        this.perKey = new CallLimit(config.perKeyPerMinute(), System::nanoTime);
        this.strays = new CallLimit(config.strayPerMinute(), System::nanoTime);
    }

    @POST
    @PermitAll
    @Operation(summary = "A job succeeded; up to 10 kB of its output may come as the body")
    public Response succeeded(
            @PathParam("key") String key,
            @QueryParam("rid") String run,
            @HeaderParam(HttpHeaders.USER_AGENT) String agent,
            @Context HttpServerRequest request,
            InputStream body) {
        return take(key, Kind.SUCCESS, Optional.empty(), new Caller(run, agent, request, body));
    }

    @GET
    @PermitAll
    @Operation(summary = "A job succeeded")
    public Response succeededByGet(
            @PathParam("key") String key,
            @QueryParam("rid") String run,
            @HeaderParam(HttpHeaders.USER_AGENT) String agent,
            @Context HttpServerRequest request) {
        return take(
                key, Kind.SUCCESS, Optional.empty(), new Caller(run, agent, request, InputStream.nullInputStream()));
    }

    @HEAD
    @PermitAll
    @Operation(summary = "A job succeeded")
    public Response succeededByHead(
            @PathParam("key") String key,
            @QueryParam("rid") String run,
            @HeaderParam(HttpHeaders.USER_AGENT) String agent,
            @Context HttpServerRequest request) {
        return succeededByGet(key, run, agent, request);
    }

    @POST
    @Path("/{what}")
    @PermitAll
    @Operation(summary = "A job says start, fail, log, or its exit code from 0 to 255; 0 is a success")
    public Response said(
            @PathParam("key") String key,
            @PathParam("what") String what,
            @QueryParam("rid") String run,
            @HeaderParam(HttpHeaders.USER_AGENT) String agent,
            @Context HttpServerRequest request,
            InputStream body) {
        var caller = new Caller(run, agent, request, body);
        return switch (what) {
            case "start" -> take(key, Kind.START, Optional.empty(), caller);
            case "fail" -> take(key, Kind.FAIL, Optional.empty(), caller);
            case "log" -> take(key, Kind.LOG, Optional.empty(), caller);
            default ->
                exitCode(what)
                        .map(code -> take(key, code == 0 ? Kind.SUCCESS : Kind.FAIL, Optional.of(code), caller))
                        .orElseGet(() -> plain(404, "say start, fail, log or an exit code from 0 to 255"));
        };
    }

    @GET
    @Path("/{what}")
    @PermitAll
    @Operation(summary = "The same without a body")
    public Response saidByGet(
            @PathParam("key") String key,
            @PathParam("what") String what,
            @QueryParam("rid") String run,
            @HeaderParam(HttpHeaders.USER_AGENT) String agent,
            @Context HttpServerRequest request) {
        return said(key, what, run, agent, request, InputStream.nullInputStream());
    }

    @HEAD
    @Path("/{what}")
    @PermitAll
    @Operation(summary = "The same without a body")
    public Response saidByHead(
            @PathParam("key") String key,
            @PathParam("what") String what,
            @QueryParam("rid") String run,
            @HeaderParam(HttpHeaders.USER_AGENT) String agent,
            @Context HttpServerRequest request) {
        return saidByGet(key, what, run, agent, request);
    }

    private record Caller(String run, String agent, HttpServerRequest request, InputStream body) {
        String address() {
            return request.remoteAddress() == null
                    ? ""
                    : request.remoteAddress().hostAddress();
        }
    }

    private Response take(String key, Kind kind, Optional<Integer> exitCode, Caller caller) {
        if (!Keys.plausible(key)) return unknown(caller);
        var run = run(caller.run);
        if (run.isEmpty() && caller.run != null && !caller.run.isEmpty()) return plain(400, "rid must be a UUID");
        if (strays.full(caller.address())) return tooMany(Duration.ofMinutes(1));
        var wait = perKey.exceeded(key);
        if (wait.isPresent()) return tooMany(wait.get());
        try {
            var signal = new Signal(
                    kind,
                    exitCode,
                    run,
                    body(caller.body),
                    Optional.of(caller.address()).filter(a -> !a.isEmpty()),
                    Optional.ofNullable(caller.agent).map(PingResource::agent));
            var check = book.take(key, signal);
            if (check.isEmpty()) return unknown(caller);
            tell(check.get());
            return plain(200, "OK");
        } catch (DatabaseFailure e) {
            Log.errorf("the call of a job could not be kept: %s", e.getMessage());
            return Response.fromResponse(plain(503, "cannot be kept now, try again"))
                    .header(HttpHeaders.RETRY_AFTER, 5)
                    .build();
        } catch (IOException e) {
            return plain(400, "the body broke off");
        }
    }

    /** What was called is kept; if nobody can judge it now, the next look will. */
    private void tell(UUID check) {
        try {
            called.fire(new Called(check));
        } catch (RuntimeException e) {
            Log.errorf("verdict waits check=%s: %s", check, e.getMessage());
        }
    }

    private Response unknown(Caller caller) {
        return strays.exceeded(caller.address())
                .map(PingResource::tooMany)
                .orElseGet(() -> plain(404, "nobody has this address"));
    }

    private static Optional<String> body(InputStream in) throws IOException {
        var bytes = in.readNBytes(BODY);
        var text = Redaction.clean(new String(bytes, StandardCharsets.UTF_8));
        return Optional.of(text).filter(t -> !t.isBlank());
    }

    private static Optional<UUID> run(String text) {
        try {
            return Optional.ofNullable(text).filter(t -> t.length() == 36).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // said to the caller
        }
    }

    private static Optional<Integer> exitCode(String what) {
        return Optional.of(what)
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(code -> code <= 255);
    }

    private static String agent(String text) {
        return text.length() > AGENT ? text.substring(0, AGENT) : text;
    }

    private static Response tooMany(Duration wait) {
        return Response.fromResponse(plain(429, "too many calls"))
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()))
                .build();
    }

    private static Response plain(int status, String text) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN)
                .entity(text + "\n")
                .build();
    }
}
