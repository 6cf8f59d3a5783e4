package dev.tocsin.oncall.intake;

import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Where a tool's own JSON keeps what we need, as JSON pointers (RFC 6901) such as {@code /alert/title}. What has no
 * pointer is not read. {@code resolveWhen} and {@code acknowledgeWhen} are the words at {@code action} that mean so,
 * besides the usual ones.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Mapping(
        @NotBlank @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String summary,

        @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String dedup,

        @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String action,

        @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String severity,

        @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String source,

        @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String observed,

        @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String details,

        @Size(max = 200) @Pattern(regexp = Mapping.POINTER, message = Mapping.WRONG)
        String link,

        @Size(max = 20) List<@NotBlank @Size(max = 64) String> resolveWhen,
        @Size(max = 20) List<@NotBlank @Size(max = 64) String> acknowledgeWhen) {

    static final String POINTER = "(/([^~/]|~[01])*)*";
    static final String WRONG = "must be a JSON pointer such as /alert/title";

    /** GoAlert's form, and the words other tools use for the same. */
    static final Mapping USUAL = new Mapping(
            "/summary", "/dedup", "/action", "/severity", "/source", "/timestamp", "/details", "/link", null, null);

    /** What a pointer leads to; a missing node when there is none. */
    static JsonNode at(JsonNode body, String pointer) {
        return pointer == null ? MissingNode.getInstance() : body.at(JsonPointer.compile(pointer));
    }

    boolean resolves(String word) {
        return means(resolveWhen, word);
    }

    boolean acknowledges(String word) {
        return means(acknowledgeWhen, word);
    }

    private static boolean means(List<String> words, String word) {
        return Optional.ofNullable(words).orElse(List.of()).stream().anyMatch(word::equalsIgnoreCase);
    }
}
