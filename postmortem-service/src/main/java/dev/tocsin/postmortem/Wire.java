package dev.tocsin.postmortem;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;

/** What our own API adds to the usual JSON: texts that can be stored. */
@Singleton
class Wire implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new StorableText());
    }
}
