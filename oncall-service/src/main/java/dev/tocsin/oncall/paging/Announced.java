package dev.tocsin.oncall.paging;

import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.oncall.paging.Courier.Outgoing;
import dev.tocsin.oncall.people.Directory;

/** Puts an announcement into the form of the way it takes. */
@ApplicationScoped
class Announced {
    private static final int READ_TWICE = 2;

    private final Directory directory;
    private final ObjectMapper json;

    Announced(Directory directory, ObjectMapper json) {
        this.directory = directory;
        this.json = json;
    }

    /** @param body what it says; of a code, the only place where it stands in clear */
    Outgoing message(Announcement announcement, String body) {
        var id = announcement.id;
        var to = announcement.address;
        return switch (announcement.kind) {
            case SMS -> new Outgoing.Text(id, to, PageText.plain(body));
            case VOICE -> new Outgoing.Call(id, to, Optional.of(Spoken.readOut(body, READ_TWICE)));
            case EMAIL -> new Outgoing.Mail(id, to, announcement.subject, body);
            case WEBHOOK ->
                new Outgoing.Post(
                        id, to, directory.secretOf(announcement.methodId).orElseThrow(), document(announcement, body));
        };
    }

    private String document(Announcement announcement, String body) {
        var type = switch (announcement.purpose) {
            case CODE -> "verification";
            case TEST -> "test";
            case NOTICE -> "notice";
        };
        try {
            return json.writeValueAsString(Map.of(
                    "type", type,
                    "timestamp", announcement.createdAt.toString(),
                    "data", Map.of("subject", announcement.subject, "text", body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of plain values is always JSON", e);
        }
    }
}
