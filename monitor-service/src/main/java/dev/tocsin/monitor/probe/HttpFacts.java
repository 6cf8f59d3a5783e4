package dev.tocsin.monitor.probe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.monitor.condition.Facts;
import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.condition.Vocabulary.Example;
import dev.tocsin.monitor.http.HttpAnswer;

/** What conditions may ask of an HTTP answer. Text and JSON are read only when one asks, and once. */
final class HttpFacts implements Facts {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final Vocabulary VOCABULARY = new Vocabulary(
            Timings.with(
                    Timings.HTTP,
                    Certificates.TERMS,
                    Term.of("status", Type.NUMBER, "The status code; a condition on it replaces the expected status."),
                    Term.with(
                            "header",
                            Type.ANY,
                            "A header of the answer, by its name in any case.",
                            "content-type",
                            HttpFacts::noName),
                    Term.of("body", Type.TEXT, "The body as text: its first MiB, unpacked from gzip or deflate."),
                    Term.with("json", Type.ANY, "A value inside a JSON body.", "$.status", JsonPath::fault),
                    Term.of("size", Type.BYTES, "The length of the body."),
                    Term.of("http.version", Type.TEXT, "1.1 or 2.")),
            List.of(
                    new Example("status in (200, 204, 300..399)", "these answers are good"),
                    new Example("latency < 500ms", "all of the answer was there within half a second"),
                    new Example("degraded: latency.firstByte < 200ms", "later is slow, not down"),
                    new Example(
                            "body contains \"ok\" and not (body contains \"error\")", "the page says what it should"),
                    new Example("json(\"$.status\") == \"green\"", "a field of a JSON body"),
                    new Example("json(\"$.queue.length\") <= 1000", "a number in a JSON body"),
                    new Example("header(\"content-type\") matches \"^application/json\"", "the kind of answer"),
                    new Example("certificate.expiresIn > 14d", "no certificate of the chain ends within two weeks"),
                    new Example("size in 1kB..2MB", "neither empty nor endless")));

    private final HttpAnswer answer;
    private final Timings timings;
    private final Certificates certificates;
    private String text;
    private Optional<JsonNode> json;

    HttpFacts(HttpAnswer answer, Timings timings, Certificates certificates) {
        this.answer = answer;
        this.timings = timings;
        this.certificates = certificates;
    }

    @Override
    public Value value(String name, String argument) {
        return switch (name) {
            case "status" -> Value.of(answer.status());
            case "header" -> header(argument);
            case "body" -> Value.hidden(text());
            case "json" -> json(argument);
            case "size" -> size();
            case "http.version" -> Value.of(answer.version());
            default -> name.startsWith("latency") ? timings.value(name) : certificates.value(name);
        };
    }

    private Value header(String name) {
        var found = answer.header(name.toLowerCase(Locale.ROOT));
        return found.map(value -> Redaction.secret(name) ? Value.hidden(value) : Value.of(value))
                .orElse(Value.MISSING);
    }

    /** What came is the length, unless we stopped reading; then what was announced is, or nobody knows. */
    private Value size() {
        if (!answer.cut()) return Value.bytes(answer.size());
        return answer.header("content-length")
                .filter(length -> length.matches("\\d{1,15}"))
                .map(length -> Value.bytes(Double.parseDouble(length)))
                .orElse(new Value.Absent("is more than we read, and was not announced"));
    }

    private Value json(String path) {
        if (json == null) json = read();
        if (json.isEmpty()) return new Value.Absent("is missing: the body is not JSON");
        var value = JsonPath.parse(path).in(json.get());
        return value instanceof Value.Text found && Redaction.secret(path) ? Value.hidden(found.text()) : value;
    }

    private Optional<JsonNode> read() {
        try {
            return Optional.of(JSON.readTree(text())).filter(node -> !(node instanceof MissingNode));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private String text() {
        if (text == null) text = answer.text();
        return text;
    }

    private static Optional<String> noName(String name) {
        return name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
                ? Optional.empty()
                : Optional.of("is no name for a header");
    }
}
