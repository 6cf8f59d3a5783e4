package dev.tocsin.dashboard.web;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.tocsin.dashboard.web.Problem.FieldError;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * A form as the page draws it: the text as typed, and what is wrong with it. Immutable.
 * Fields are named as the API names them ({@code http.url}), so that a refusal finds its field.
 */
public final class Form {
    /**
     * Something that could be said better. Blocks nothing.
     *
     * @param words the words in question
     * @param from where they begin in the field's text
     * @param to where they end, exclusive
     */
    public record Hint(String words, String advice, int from, int to) {}

    private final Map<String, List<String>> values;
    private final List<FieldError> errors;
    private final String headline;
    private final Map<String, List<Hint>> hints;

    private Form(
            Map<String, List<String>> values, List<FieldError> errors, String headline, Map<String, List<Hint>> hints) {
        this.values = values;
        this.errors = errors;
        this.headline = headline;
        this.hints = hints;
    }

    /** A form nobody has filled in. */
    public static Form blank() {
        return new Form(Map.of(), List.of(), "", Map.of());
    }

    /** What somebody sent. */
    public static Form posted(Map<String, List<String>> fields) {
        var kept = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, texts) -> {
            if (!name.equals("csrf-token")) kept.put(name, List.copyOf(texts));
        });
        return new Form(kept, List.of(), "", Map.of());
    }

    /** The same form with a field filled in; null leaves it empty. Durations are given as ISO-8601 or {@link Duration}. */
    public Form with(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value == null ? List.of() : List.of(value.toString()));
        return new Form(more, errors, headline, hints);
    }

    /** The same form with several values under one name, as checkboxes and repeated rows send them. */
    public Form withAll(String name, List<String> texts) {
        var more = new LinkedHashMap<>(values);
        more.put(name, List.copyOf(texts));
        return new Form(more, errors, headline, hints);
    }

    /** The same text, with one field found wrong. */
    public Form refuse(String field, String reason) {
        var more = new ArrayList<>(errors);
        more.add(new FieldError(field, reason));
        return new Form(
                values,
                List.copyOf(more),
                headline.isEmpty() ? say(ErrorWords.class).notSavedYet() : headline,
                hints);
    }

    /** The same text and reasons under another headline. */
    public Form titled(String sentence) {
        return new Form(values, errors, sentence, hints);
    }

    /** The same text, with what the service found wrong. */
    public Form refusedBy(CallFailed failure) {
        return refusedBy(failure, field -> field);
    }

    /** As {@link #refusedBy(CallFailed)}, where the form does not name its fields as the service does. */
    public Form refusedBy(CallFailed failure, UnaryOperator<String> named) {
        return switch (failure) {
            case CallFailed.Refused refused ->
                new Form(
                        values,
                        refused.problem().errors().stream()
                                .map(error -> new FieldError(named.apply(error.field()), error.reason()))
                                .toList(),
                        say(ErrorWords.class).notSaved(refused.problem().sentence()),
                        hints);
            case CallFailed.ServiceDown down ->
                new Form(values, List.of(), say(ErrorWords.class).notSavedYourTextIsKept(down.getMessage()), hints);
        };
    }

    /** The same form, with these fields read for what could be said better; a field without hints has an empty list. */
    public Form hinted(Map<String, List<Hint>> read) {
        return new Form(values, errors, headline, read);
    }

    /** Whether the field is one of those that are read. */
    public boolean isRead(String name) {
        return hints.containsKey(name);
    }

    public List<Hint> hints(String name) {
        return hints.getOrDefault(name, List.of());
    }

    /** The fields that are read for what could be said better. */
    public Set<String> read() {
        return hints.keySet();
    }

    /** The first value, exactly as typed; empty when there is none. */
    public String text(String name) {
        var texts = values.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** The first value without space around it, or empty when blank: for optional fields of a request. */
    public Optional<String> given(String name) {
        return Optional.of(text(name).strip()).filter(text -> !text.isEmpty());
    }

    /** Whether a moment has seconds: only then does its picker ask for them. */
    public boolean toTheSecond(String name) {
        return text(name).matches(".*:\\d\\d:(?!00$)\\d\\d.*");
    }

    /** The names of all fields that were sent or filled in. */
    public Set<String> names() {
        return values.keySet();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean is(String name, String value) {
        return all(name).contains(value);
    }

    public boolean checked(String name) {
        return is(name, "true");
    }

    /** Whole number typed, or empty when it is none. */
    public Optional<Integer> number(String name) {
        try {
            return given(name).map(Integer::valueOf);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** The id chosen, or empty when it is blank or no id. */
    public Optional<UUID> id(String name) {
        try {
            return given(name).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public boolean wrong(String name) {
        return errors.stream().anyMatch(error -> error.field().equals(name));
    }

    /** What is wrong with the field, as one text. */
    public String error(String name) {
        return String.join(
                " ",
                errors.stream()
                        .filter(error -> error.field().equals(name))
                        .map(FieldError::reason)
                        .toList());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public boolean refused() {
        return !headline.isEmpty();
    }

    /** The sentence at the top of a refused form. */
    public String headline() {
        return headline;
    }

    /** The units a duration can be typed in. */
    public List<Option> units() {
        var words = say(ErrorWords.class);
        return List.of(
                new Option("ms", words.milliseconds()),
                new Option("s", words.seconds()),
                new Option("m", words.minutes()),
                new Option("h", words.hours()),
                new Option("d", words.days()));
    }

    /** The number of a duration field, from what was typed or from an ISO-8601 value. */
    public String amount(String name) {
        return iso(name).map(DurationField::of).map(DurationField::amount).orElse(text(name));
    }

    /** The unit of a duration field. */
    public String unit(String name) {
        return iso(name)
                .map(DurationField::of)
                .map(DurationField::unit)
                .orElse(text(name + ".unit").isEmpty() ? "s" : text(name + ".unit"));
    }

    /** The duration typed, or empty when it is blank or no number. */
    public Optional<Duration> duration(String name) {
        return iso(name).or(() -> DurationField.parse(text(name), unit(name)));
    }

    private Optional<Duration> iso(String name) {
        var text = text(name);
        try {
            return text.startsWith("P") ? Optional.of(Duration.parse(text)) : Optional.empty();
        } catch (DateTimeParseException typedOtherwise) {
            return Optional.empty();
        }
    }
}
