package dev.tocsin.oncall.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.oncall.incident.Severity;

/**
 * Reads what our notification command for Nagios sends: one form for hosts and services, whose fields are the macros. A
 * macro that does not apply comes empty or as its own name, which is the same to us.
 *
 * @see <a href="https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/macrolist.html">Nagios: macros</a>
 */
final class NagiosForm {
    private static final int TITLE = 1024;

    private NagiosForm() {}

    static Read read(JsonNode form) {
        var host = field(form, "host");
        if (host.isEmpty()) return Read.bad("host is missing: it must hold $HOSTNAME$");
        var type = field(form, "type").map(word -> word.toUpperCase(Locale.ROOT));
        if (type.isEmpty()) return Read.bad("type is missing: it must hold $NOTIFICATIONTYPE$");
        var service = field(form, "service");
        var state = field(form, service.isPresent() ? "state" : "hoststate").orElse("");
        var output = field(form, service.isPresent() ? "output" : "hostoutput");
        var where = service.map(name -> host.get() + "/" + name).orElse(host.get());
        var action = action(type.get());
        var words = action == Signal.Action.NOTE
                ? Stream.of(Optional.of(type.get()), field(form, "author"), field(form, "comment"))
                : Stream.of(Optional.of(state).filter(word -> !word.isEmpty()), output);
        var said = words.flatMap(Optional::stream).collect(Collectors.joining(", "));
        return new Read.Good(Delivery.of(new Signal(
                action,
                (service.isPresent() ? "service:" : "host:") + where,
                Lenient.cut(said.isEmpty() ? where : where + ": " + said, TITLE),
                severity(state),
                host,
                field(form, "at").flatMap(NagiosForm::seconds),
                Optional.empty(),
                Optional.of("Nagios"),
                Optional.empty(),
                "[]",
                Optional.of(form.toString()))));
    }

    private static Signal.Action action(String type) {
        return switch (type) {
            case "PROBLEM" -> Signal.Action.TRIGGER;
            case "RECOVERY" -> Signal.Action.RESOLVE;
            case "ACKNOWLEDGEMENT" -> Signal.Action.ACKNOWLEDGE;
            default -> Signal.Action.NOTE; // FLAPPING*, DOWNTIME*, CUSTOM
        };
    }

    private static Severity severity(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "CRITICAL", "DOWN" -> Severity.CRITICAL;
            case "WARNING", "UNKNOWN" -> Severity.WARNING;
            default -> Severity.ERROR; // UNREACHABLE
        };
    }

    private static Optional<String> field(JsonNode form, String name) {
        return Lenient.text(form.path(name), 2048).filter(text -> !text.matches("\\$\\w+\\$"));
    }

    private static Optional<Instant> seconds(String text) {
        return text.matches("\\d{9,10}") ? Optional.of(Instant.ofEpochSecond(Long.parseLong(text))) : Optional.empty();
    }
}
