package dev.tocsin.phones.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.tocsin.phones.human.ScriptRequest;
import dev.tocsin.phones.phone.PhoneState;
import dev.tocsin.phones.phone.Script;
import dev.tocsin.phones.phone.Segments;
import dev.tocsin.phones.phone.Status;
import dev.tocsin.phones.phone.Text;

/**
 * One phone as it is drawn.
 *
 * @param answers codes of the last page that one tap sends
 */
record Conversation(String number, boolean stopped, String script, List<Bubble> texts, List<String> answers) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern CODE = Pattern.compile("(?<![\\w/])\\d{1,6}[ar](?!\\w)");
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A text: {@code mine} when the phone's person wrote it. */
    record Bubble(
            String sid,
            boolean mine,
            boolean failed,
            List<Part> parts,
            Instant at,
            String clock,
            String fate,
            String size) {}

    /** A piece of a text; a link when {@code href} is not empty. */
    record Part(String text, String href) {}

    static Conversation of(PhoneState phone, List<Text> texts) {
        return new Conversation(
                phone.number(),
                phone.stopped(),
                kind(phone.script()),
                texts.stream().map(Conversation::bubble).toList(),
                texts.reversed().stream()
                        .filter(t -> !t.isFromPhone())
                        .map(t -> codes(t.body()))
                        .filter(codes -> !codes.isEmpty())
                        .findFirst()
                        .orElse(List.of()));
    }

    static String clock(Instant at) {
        return HOUR.format(at);
    }

    static List<Part> parts(String body) {
        var parts = new ArrayList<Part>();
        var matcher = LINK.matcher(body);
        var end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) parts.add(new Part(body.substring(end, matcher.start()), ""));
            parts.add(new Part(matcher.group(), matcher.group()));
            end = matcher.end();
        }
        if (end < body.length()) parts.add(new Part(body.substring(end), ""));
        return parts;
    }

    private static List<String> codes(String body) {
        return CODE.matcher(LINK.matcher(body).replaceAll(""))
                .results()
                .map(r -> r.group())
                .distinct()
                .toList();
    }

    private static Bubble bubble(Text text) {
        var failed = text.error().isPresent();
        return new Bubble(
                text.sid(),
                text.isFromPhone(),
                failed,
                parts(text.body()),
                text.createdAt(),
                clock(text.createdAt()),
                fate(text),
                text.isFromPhone() ? "" : size(text.segments()));
    }

    /** What became of it, in words: colour alone says nothing to many. */
    private static String fate(Text text) {
        if (text.isFromPhone()) {
            return text.error()
                    .map(code -> "not taken by the application (error " + code + ")")
                    .orElse("sent");
        }
        var end = text.error().map(code -> " (error " + code + ")").orElse("");
        var state = text.status() == Status.UNDELIVERED
                ? "not delivered"
                : text.status().wire();
        return state + end;
    }

    /** What it costs: carriers charge by the segment. */
    private static String size(Segments segments) {
        return "%d %s %s"
                .formatted(
                        segments.count(), segments.encoding().shown(), segments.count() == 1 ? "segment" : "segments");
    }

    private static String kind(Script script) {
        return ScriptRequest.of(script).kind().name().toLowerCase(Locale.ROOT);
    }
}
