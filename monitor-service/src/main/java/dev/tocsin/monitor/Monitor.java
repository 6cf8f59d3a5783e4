package dev.tocsin.monitor;

import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or says in one sentence why it will not. */
@QuarkusMain
public class Monitor {

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

    /** What is missing to run in production. */
    static Optional<String> fault(Map<String, String> environment) {
        return environment.getOrDefault("TOCSIN_DB_PASSWORD", "").isBlank()
                ? Optional.of("set TOCSIN_DB_PASSWORD to the password of its database role.")
                : Optional.empty();
    }
}
