package dev.tocsin.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;

/** JSON as the services speak it (times and durations as ISO-8601 texts), and the demo's own files. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .addModule(times())
            .build();

    private Json() {}

    /** A file of the demo, by its path below {@code demo/}; a field nobody reads is an error, for it is a typing slip. */
    static <T> T file(String path, Class<T> type) {
        try (var in = Objects.requireNonNull(Json.class.getResourceAsStream("/demo/" + path), path)) {
            return MAPPER.readValue(in, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("demo/" + path + " cannot be read", broken);
        }
    }

    /** The same for a file that holds a list. */
    static <T> List<T> list(String path, TypeReference<List<T>> type) {
        return MAPPER.convertValue(file(path, Object.class), type);
    }

    private static SimpleModule times() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addSerializer(Duration.class, ToStringSerializer.instance)
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addSerializer(LocalDateTime.class, ToStringSerializer.instance)
                .addSerializer(ZoneId.class, ToStringSerializer.instance)
                .addDeserializer(Duration.class, new FromText<>(Duration.class, Duration::parse))
                .addDeserializer(LocalTime.class, new FromText<>(LocalTime.class, LocalTime::parse))
                .addDeserializer(ZoneId.class, new FromText<>(ZoneId.class, ZoneId::of));
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parse.apply(parser.getText());
        }
    }
}
