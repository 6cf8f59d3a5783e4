package dev.tocsin.phones.fault;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Sets and shows the failure plan. */
@Path("/faults")
@RunOnVirtualThread
public class FaultsResource {
    private static final Duration LONGER_THAN_ANY_CLIENT_WAITS = Duration.ofSeconds(40);

    private final Faults faults;

    FaultsResource(Faults faults) {
        this.faults = faults;
    }

    /** What may go wrong with a request to send a text. */
    public enum RequestKind {
        @JsonProperty("none")
        NONE,
        @JsonProperty("refuse")
        REFUSE,
        @JsonProperty("429")
        TOO_MANY,
        @JsonProperty("500-before")
        ERROR_BEFORE,
        @JsonProperty("500-after-accept")
        ERROR_AFTER_ACCEPT,
        @JsonProperty("cut-after-accept")
        CUT_AFTER_ACCEPT,
        @JsonProperty("slow")
        SLOW,
        @JsonProperty("error")
        ERROR
    }

    /** What may go wrong with a status callback. */
    public enum CallbackKind {
        @JsonProperty("none")
        NONE,
        @JsonProperty("drop")
        DROP,
        @JsonProperty("duplicate")
        DUPLICATE,
        @JsonProperty("late")
        LATE
    }

    /**
     * One fault for the next {@code times} requests.
     *
     * @param delay of {@code slow}, 40 s unless told
     * @param code of {@code error}, a Twilio error such as 21211, answered with {@code status} (400 unless told)
     */
    public record Request(
            @NotNull RequestKind kind,
            @Min(1) @Max(10_000) Integer times,
            Duration delay,
            @Min(400) @Max(599) Integer status,
            Integer code) {

        List<Fault> faults() {
            return Collections.nCopies(Optional.ofNullable(times).orElse(1), fault());
        }

        private Fault fault() {
            return switch (kind) {
                case NONE -> new Fault.None();
                case REFUSE -> new Fault.Refuse();
                case TOO_MANY -> new Fault.Error(429, 20429);
                case ERROR_BEFORE -> new Fault.Error(500, 20500);
                case ERROR_AFTER_ACCEPT -> new Fault.ErrorAfterAccept();
                case CUT_AFTER_ACCEPT -> new Fault.CutAfterAccept();
                case SLOW -> new Fault.Slow(Optional.ofNullable(delay).orElse(LONGER_THAN_ANY_CLIENT_WAITS));
                case ERROR ->
                    new Fault.Error(
                            Optional.ofNullable(status).orElse(400),
                            Optional.ofNullable(code).orElse(20001));
            };
        }
    }

    /**
     * One fault for the next {@code times} callbacks.
     *
     * @param delay of {@code late}, 1 s unless told
     */
    public record Callback(
            @NotNull CallbackKind kind, @Min(1) @Max(10_000) Integer times, Duration delay) {

        List<CallbackFault> faults() {
            return Collections.nCopies(Optional.ofNullable(times).orElse(1), fault());
        }

        private CallbackFault fault() {
            return switch (kind) {
                case NONE -> new CallbackFault.None();
                case DROP -> new CallbackFault.Drop();
                case DUPLICATE -> new CallbackFault.Duplicate();
                case LATE -> new CallbackFault.Late(Optional.ofNullable(delay).orElse(Duration.ofSeconds(1)));
            };
        }
    }

    /** The whole plan; replaces the one before. */
    public record Plan(
            @Size(max = 100) List<@Valid Request> requests,
            @Size(max = 100) List<@Valid Callback> callbacks) {}

    @PUT
    public Faults.Left plan(@Valid @NotNull Plan plan) {
        faults.plan(
                Optional.ofNullable(plan.requests()).orElse(List.of()).stream()
                        .flatMap(r -> r.faults().stream())
                        .toList(),
                Optional.ofNullable(plan.callbacks()).orElse(List.of()).stream()
                        .flatMap(c -> c.faults().stream())
                        .toList());
        return faults.left();
    }

    @GET
    public Faults.Left left() {
        return faults.left();
    }

    @DELETE
    public void clear() {
        faults.plan(List.of(), List.of());
    }
}
