package dev.tocsin.oncall.intake;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Mappings as the catalogue keeps them. */
@ApplicationScoped
class Mappings {
    private final ObjectMapper json;

    Mappings(ObjectMapper json) {
        this.json = json;
    }

    /** The mapping in this text; without one the usual form. */
    Mapping of(Optional<String> text) {
        return text.map(this::read).orElse(Mapping.USUAL);
    }

    String text(Mapping mapping) {
        try {
            return json.writeValueAsString(mapping);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a mapping of ours cannot be written as JSON", e);
        }
    }

    private Mapping read(String text) {
        try {
            return json.readValue(text, Mapping.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds a mapping that cannot be read", e);
        }
    }
}
