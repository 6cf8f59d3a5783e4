package dev.tocsin.phones.human;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.phones.phone.Script;
import dev.tocsin.phones.phone.Status;

/**
 * A script on the wire.
 *
 * @param after how long the person takes; at once unless told
 * @param body of {@code reply}; may hold {@code {code}} and {@code {resolve}}
 * @param error of {@code undelivered} (30003 unless told) and {@code failed} (30005 unless told)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScriptRequest(
        @NotNull Kind kind,
        Duration after,
        @Size(max = 1600) String body,
        Integer error) {

    /** What a person can be told to do. */
    public enum Kind {
        @JsonProperty("ignore")
        IGNORE,
        @JsonProperty("acknowledge")
        ACKNOWLEDGE,
        @JsonProperty("resolve")
        RESOLVE,
        @JsonProperty("reply")
        REPLY,
        @JsonProperty("stop")
        STOP,
        @JsonProperty("undelivered")
        UNDELIVERED,
        @JsonProperty("failed")
        FAILED
    }

    /** The script it asks for. */
    public Script script() {
        var pause = Optional.ofNullable(after).filter(d -> !d.isNegative()).orElse(Duration.ZERO);
        return switch (kind) {
            case IGNORE -> new Script.Ignore();
            case ACKNOWLEDGE -> new Script.Reply(pause, "{code}");
            case RESOLVE -> new Script.Reply(pause, "{resolve}");
            case REPLY -> new Script.Reply(pause, Optional.ofNullable(body).orElse("{code}"));
            case STOP -> new Script.Stop(pause);
            case UNDELIVERED ->
                new Script.Unreachable(
                        Status.UNDELIVERED, Optional.ofNullable(error).orElse(30003));
            case FAILED ->
                new Script.Unreachable(Status.FAILED, Optional.ofNullable(error).orElse(30005));
        };
    }

    /** The script as it would be asked for. */
    public static ScriptRequest of(Script script) {
        return switch (script) {
            case Script.Ignore _ -> new ScriptRequest(Kind.IGNORE, null, null, null);
            case Script.Reply(var after, var body) ->
                switch (body) {
                    case "{code}" -> new ScriptRequest(Kind.ACKNOWLEDGE, after, null, null);
                    case "{resolve}" -> new ScriptRequest(Kind.RESOLVE, after, null, null);
                    default -> new ScriptRequest(Kind.REPLY, after, body, null);
                };
            case Script.Stop(var after) -> new ScriptRequest(Kind.STOP, after, null, null);
            case Script.Unreachable(var status, var error) ->
                new ScriptRequest(status == Status.FAILED ? Kind.FAILED : Kind.UNDELIVERED, null, null, error);
        };
    }
}
