package dev.tocsin.oncall.reply;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import dev.tocsin.oncall.Cursor;
import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.Problem;
import dev.tocsin.oncall.people.Addresses;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Directory.PersonRef;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Every text people sent us and what became of it: for administrators, with numbers masked. */
@Path("/api/v1/inbound-texts")
@RunOnVirtualThread
@RolesAllowed("admin")
@Transactional
class InboundTextsResource {
    /** Later than any text: where the newest begin. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** {@code result} is null until it is understood; {@code reply} when nothing was said. */
    record TextView(
            String id,
            Instant at,
            String from,
            List<PersonRef> people,
            String body,
            String result,
            String reply,
            Instant processedAt) {}

    private final InboundTexts texts;
    private final Directory directory;

    InboundTextsResource(InboundTexts texts, Directory directory) {
        this.texts = texts;
        this.directory = directory;
    }

    @GET
    @Operation(summary = "Texts from phones with what became of them, newest first")
    public Listing<TextView> list(
            @QueryParam("result") @Size(max = 40) String result,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        if (result != null && !result.matches("[a-z-]*")) throw Problem.badField("result", "must be a word");
        var before = END;
        var beforeSid = "";
        if (cursor != null) {
            var after = Cursor.read(cursor, 2);
            before = after.instant(0);
            beforeSid = after.key(1);
        }
        var found = texts.newest(before, beforeSid, result == null || result.isEmpty() ? null : result, limit + 1);
        var people = new HashMap<String, List<PersonRef>>();
        return Listing.upTo(limit, found, text -> Cursor.of(text.receivedAt, text.messageSid))
                .map(text -> view(text, people));
    }

    private TextView view(InboundText text, Map<String, List<PersonRef>> people) {
        return new TextView(
                text.messageSid,
                text.receivedAt,
                Addresses.masked(Directory.Kind.SMS, text.sender),
                people.computeIfAbsent(text.sender, directory::byPhone),
                text.body,
                text.result,
                text.reply,
                text.processedAt);
    }
}
