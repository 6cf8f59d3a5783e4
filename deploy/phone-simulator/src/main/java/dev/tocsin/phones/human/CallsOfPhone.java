package dev.tocsin.phones.human;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.phones.call.Call;
import dev.tocsin.phones.call.CallBook;
import dev.tocsin.phones.call.CallScript;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestPath;

/** The calls of a phone for programs: what was said, picking up, pressing keys, and a script. */
@Path("/phones/{number}")
@RunOnVirtualThread
public class CallsOfPhone {
    private final CallBook calls;

    CallsOfPhone(CallBook calls) {
        this.calls = calls;
    }

    /** One call; {@code lines} hold what was said ("» …") and pressed ("« 4"). */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record CallView(
            String sid, String from, String status, List<String> lines, Instant at, Optional<String> answeredBy) {
        static CallView of(Call call) {
            return new CallView(
                    call.sid(), call.from(), call.status(), call.lines(), call.createdAt(), call.answeredBy());
        }
    }

    /** What a person does when it rings. */
    public enum Kind {
        @JsonProperty("ring")
        RING,
        @JsonProperty("answer")
        ANSWER,
        @JsonProperty("voicemail")
        VOICEMAIL,
        @JsonProperty("busy")
        BUSY
    }

    /** A script on the wire; {@code keys} are pressed one by one, whenever keys are asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Script(
            @NotNull Kind kind,
            Duration after,
            @Pattern(regexp = "[0-9*#]{0,20}") String keys) {}

    /** What a person does by hand: {@code answer}, a key, or {@code hang-up}. */
    public record Deed(
            @NotNull @Pattern(regexp = "answer|hang-up|[0-9*#]")
            String what) {}

    /** The calls of a phone, newest first. */
    @GET
    @Path("/calls")
    public List<CallView> list(@RestPath String number) {
        return calls.of(number).stream().map(CallView::of).toList();
    }

    @POST
    @Path("/calls/{sid}")
    public void hand(@RestPath String number, @RestPath String sid, @Valid @NotNull Deed deed) {
        if (!calls.hand(sid, deed.what())) throw new NotFoundException("there is no such call now");
    }

    @PUT
    @Path("/call-script")
    public Script follow(@RestPath String number, @Valid @NotNull Script script) {
        calls.follow(number, scriptOf(script));
        return script;
    }

    static CallScript scriptOf(Script script) {
        var after = Optional.ofNullable(script.after()).orElse(Duration.ZERO);
        return switch (script.kind()) {
            case RING -> new CallScript.Ring();
            case ANSWER ->
                new CallScript.Answer(after, Optional.ofNullable(script.keys()).orElse(""));
            case VOICEMAIL -> new CallScript.Voicemail(after);
            case BUSY -> new CallScript.Busy();
        };
    }
}
