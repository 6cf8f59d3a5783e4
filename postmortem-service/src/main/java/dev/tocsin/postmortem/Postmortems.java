package dev.tocsin.postmortem;

import java.util.Optional;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, unless what keeps it safe is missing. */
@QuarkusMain
public class Postmortems {
    public static void main(String... args) {
        var fault = LaunchMode.current() == LaunchMode.NORMAL
                ? RequiredSettings.fault(key -> Optional.ofNullable(System.getProperty(key, System.getenv(key))))
                : Optional.<String>empty();
        if (fault.isPresent()) {
            System.err.println(fault.get());
            System.exit(1);
        }
        Quarkus.run(args);
    }
}
