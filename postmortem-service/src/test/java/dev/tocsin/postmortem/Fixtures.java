package dev.tocsin.postmortem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tocsin.postmortem.facts.IncidentDocument;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.report.EntryKind;

/** The night the checkout broke, as oncall-service hands it over and as Ben wrote it up. */
public final class Fixtures {
    public static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    private static final Path CONTRACT = Path.of("../oncall-service/src/test/contracts/incident-resolved.json");

    private Fixtures() {}

    /** The webhook's body, byte for byte as the sender's own tests have it. */
    public static String webhook() {
        try {
            return Files.readString(CONTRACT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same body about another incident. */
    public static String webhook(UUID incident) {
        return webhook().replace("0b0a4b52-6a4b-4a6e-9a37-6b1f3f0d5c21", incident.toString());
    }

    public static IncidentDocument incident() {
        return incident(webhook());
    }

    /** What the webhook says of the incident, which is also what is posted by hand. */
    public static JsonNode data(String webhook) {
        try {
            return JSON.readTree(webhook).get("data");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static IncidentDocument incident(String webhook) {
        try {
            return JSON.treeToValue(data(webhook), IncidentDocument.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of the incident's only line of this kind, or its first. */
    public static long seq(String kind) {
        return incident().timeline().stream()
                .filter(e -> e.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .seq();
    }

    /** A report that lacks nothing. */
    public static Content finished() {
        return finished("checkout: a certificate nobody was waiting for");
    }

    public static Content finished(String title) {
        return new Content(
                title,
                "How a renewed file was never read",
                "The certificate was renewed on time. Nobody told the process.",
                "Checkout answered 503 for 38 minutes because the payment gateway never reloaded its renewed certificate.",
                summary(),
                List.of(
                        entry(
                                "2026-11-22T02:08:40Z",
                                EntryKind.STARTED,
                                "The old certificate expired and first payments failed."),
                        entry(
                                "2026-11-22T02:20:10Z",
                                EntryKind.ASSUMPTION,
                                "The release of the evening looked guilty."),
                        entry(
                                "2026-11-22T02:24:00Z",
                                EntryKind.MISLEADING,
                                "Release 118 was rolled back. Errors stayed, and eleven minutes were gone."),
                        entry(
                                "2026-11-22T02:35:30Z",
                                EntryKind.ACTION,
                                "An openssl probe showed the expired certificate on one port."),
                        entry(
                                "2026-11-22T02:44:05Z",
                                EntryKind.MITIGATED,
                                "The gateway was restarted and payments went through.")),
                false,
                "By a monitoring alert of the checkout probe, three minutes after the start.",
                words(150),
                words(90),
                "- " + words(60),
                List.of(
                        task("Reload the gateway when its certificate changes"),
                        task("Alert 14 days before a certificate expires")),
                List.of(),
                List.of("certificates", "payments"));
    }

    public static Content.Summary summary() {
        return new Content.Summary(
                "Europe/Berlin",
                Optional.of(Instant.parse("2026-11-22T02:08:40Z")),
                Optional.empty(),
                "The checkout of the web shop was down; browsing and the app's saved carts kept working.",
                "Paying ended in an error page. Nothing was charged twice.",
                Optional.of(new BigDecimal("12.5")),
                "1,840 of 14,720 visitors in that window reached the error page.",
                "The payment gateway held the old certificate in memory after the file on disk was renewed.");
    }

    public static Content.Entry entry(String at, EntryKind kind, String text) {
        var id = UUID.nameUUIDFromBytes((at + kind + text).getBytes(StandardCharsets.UTF_8));
        return new Content.Entry(id, Optional.of(Instant.parse(at)), kind, text, "responder", false);
    }

    public static Content.Task task(String title) {
        var id = UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8));
        return new Content.Task(
                id,
                title,
                "Payments",
                Optional.empty(),
                Optional.of(LocalDate.parse("2026-12-07")),
                "a staged renewal passes unnoticed",
                "https://tracker.example/PAY-7",
                "");
    }

    /** So many words of prose. */
    public static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 12 == 11 ? "gateway." : "word")
                .collect(Collectors.joining(" "));
    }
}
