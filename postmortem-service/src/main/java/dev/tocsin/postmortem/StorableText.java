package dev.tocsin.postmortem;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Replaces what PostgreSQL cannot store in a text, NUL and halves of surrogate pairs, by U+FFFD as texts come in. So a
 * strange byte in an incident's title cannot keep its report from being opened.
 */
class StorableText extends SimpleModule {
    StorableText() {
        super("storable-text");
        addDeserializer(String.class, new Storable());
    }

    private static final class Storable extends StdScalarDeserializer<String> {
        Storable() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            return text == null || isStorable(text) ? text : storable(text);
        }

        private static boolean isStorable(String text) {
            return text.codePoints().allMatch(Storable::isStorable);
        }

        private static boolean isStorable(int codePoint) {
            return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
        }

        private static String storable(String text) {
            var clean = new StringBuilder(text.length());
            text.codePoints().map(c -> isStorable(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
            return clean.toString();
        }
    }
}
