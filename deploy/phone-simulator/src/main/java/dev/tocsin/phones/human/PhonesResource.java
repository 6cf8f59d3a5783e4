package dev.tocsin.phones.human;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.PhoneState;
import dev.tocsin.phones.phone.Text;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestPath;

/** The phones for programs: what is on them, answering by hand, giving a person a script. */
@Path("/phones")
@RunOnVirtualThread
public class PhonesResource {
    private static final String E164 = "\\+[1-9]\\d{6,14}";
    private static final String NOT_E164 = "must be a number such as +15551230001";

    private final PhoneBook phones;
    private final Hands hands;

    PhonesResource(PhoneBook phones, Hands hands) {
        this.phones = phones;
        this.hands = hands;
    }

    /** One phone. */
    public record PhoneView(String number, int unread, ScriptRequest script, boolean stopped, int messages) {
        static PhoneView of(PhoneState phone) {
            return new PhoneView(
                    phone.number(),
                    phone.unread(),
                    ScriptRequest.of(phone.script()),
                    phone.stopped(),
                    phone.messages());
        }
    }

    /** One text; {@code direction} is {@code to-phone} or {@code from-phone}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record TextView(
            String sid,
            String direction,
            String body,
            Instant at,
            String status,
            int segments,
            String encoding,
            Optional<Integer> error) {
        static TextView of(Text text) {
            return new TextView(
                    text.sid(),
                    text.isFromPhone() ? "from-phone" : "to-phone",
                    text.body(),
                    text.createdAt(),
                    text.status().wire(),
                    text.segments().count(),
                    text.segments().encoding().shown(),
                    text.error());
        }
    }

    /** What a person texts. */
    public record Answer(@NotBlank @Size(max = 1600) String body) {}

    /** What became of it; {@code reply} is the application's answer, {@code error} why it got nothing. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Sent(String sid, Optional<String> reply, Optional<String> error) {}

    /** The phones, the last used first. */
    @GET
    public List<PhoneView> list() {
        return phones.phones().stream().map(PhoneView::of).toList();
    }

    /** The texts of a phone, oldest first; reading marks nothing as read, so that a test does not disturb the page. */
    @GET
    @Path("/{number}/messages")
    public List<TextView> texts(@RestPath @Pattern(regexp = E164, message = NOT_E164) String number) {
        return phones.textsOf(number).stream().map(TextView::of).toList();
    }

    /** Answers as the person would; waits for the application. */
    @POST
    @Path("/{number}/messages")
    public Response answer(
            @RestPath @Pattern(regexp = E164, message = NOT_E164) String number, @Valid @NotNull Answer answer) {
        var sent = hands.text(number, answer.body());
        var reply =
                sent.replies().isEmpty() ? Optional.<String>empty() : Optional.of(String.join("\n", sent.replies()));
        return Response.status(Response.Status.CREATED)
                .entity(new Sent(sent.sid(), reply, sent.error()))
                .build();
    }

    /** What the person does by themselves from now on. */
    @PUT
    @Path("/{number}/script")
    public ScriptRequest follow(
            @RestPath @Pattern(regexp = E164, message = NOT_E164) String number, @Valid @NotNull ScriptRequest script) {
        phones.follow(number, script.script());
        return ScriptRequest.of(phones.scriptOf(number));
    }
}
