package dev.tocsin.dashboard.checks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Problem.FieldError;
import io.quarkus.qute.TemplateExtension;

/**
 * A condition that the service could not read, with a caret under the place.
 *
 * @param field as the service names it, {@code conditions[1]}
 * @param line the condition as it was typed
 * @param caret blanks and a caret
 */
public record Mistake(String field, String line, String caret, String reason) {
    private static final Pattern FIELD = Pattern.compile("conditions\\[(\\d{1,3})]");
    private static final Pattern REASON = Pattern.compile("column (\\d{1,4}): (.*)", Pattern.DOTALL);

    /** Those of a form, in the order of its lines. */
    @TemplateExtension
    public static List<Mistake> mistakes(Form form) {
        var lines = TargetForm.lines(form.text("conditions"));
        return form.errors().stream()
                .flatMap(error -> of(error, lines).stream())
                .toList();
    }

    private static Optional<Mistake> of(FieldError error, List<String> lines) {
        var field = FIELD.matcher(error.field());
        var reason = REASON.matcher(error.reason());
        if (!field.matches() || !reason.matches()) return Optional.empty();
        var number = Integer.parseInt(field.group(1));
        if (number >= lines.size()) return Optional.empty();
        var column = Integer.parseInt(reason.group(1));
        return Optional.of(
                new Mistake(error.field(), lines.get(number), " ".repeat(column - 1) + "^", reason.group(2)));
    }
}
