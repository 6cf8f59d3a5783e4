package dev.tocsin.monitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.tocsin.monitor.egress.Cidr;
import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.schedule.References;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or says in one sentence why it will not. */
@QuarkusMain
public class Monitor {
    private static final int KEY_LENGTH = 32;

    /** With the arguments of Quarkus; everything else is configured by the environment. */
    public static void main(String... args) {
        var production = LaunchMode.current() == LaunchMode.NORMAL;
        var fault = production ? fault(System.getenv()) : Optional.<String>empty();
        if (fault.isPresent()) {
            System.err.println("monitor-service does not start: " + fault.get());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    /** What is missing or wrong for a run in production, naming the key. */
    static Optional<String> fault(Map<String, String> environment) {
        if (environment.getOrDefault("TOCSIN_DB_PASSWORD", "").isBlank())
            return Optional.of("set TOCSIN_DB_PASSWORD to the password of its database role.");
        if (environment.getOrDefault("TOCSIN_MONITOR_KEY", "").strip().length() < KEY_LENGTH)
            return Optional.of(
                    "set TOCSIN_MONITOR_KEY to at least %d random characters; it seals the secrets of checks."
                            .formatted(KEY_LENGTH));
        return Stream.of(
                        unreadable(environment, "TOCSIN_EGRESS_ALLOW", Cidr::parseList),
                        unreadable(environment, "TOCSIN_EVENTS_URL", HttpUrl::parse),
                        unreadable(environment, "TOCSIN_ONCALL_URL", HttpUrl::parse),
                        unreadable(environment, "TOCSIN_PUBLIC_URL", HttpUrl::parse),
                        unreadable(environment, "TOCSIN_MONITOR_PUBLIC_URL", HttpUrl::parse),
                        unreadable(
                                environment,
                                "TOCSIN_REFERENCE_TARGETS",
                                text -> References.parse(List.of(text.split(",")))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unreadable(Map<String, String> environment, String key, Consumer<String> reader) {
        var value = environment.getOrDefault(key, "");
        if (value.isBlank()) return Optional.empty();
        try {
            reader.accept(value);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(key + " cannot be used: " + e.getMessage() + ".");
        }
    }
}
