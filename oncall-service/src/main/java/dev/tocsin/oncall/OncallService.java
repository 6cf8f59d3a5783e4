package dev.tocsin.oncall;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, unless a setting would make it unsafe: then it says which one and stops. */
@QuarkusMain
public final class OncallService {
    private OncallService() {}

    public static void main(String... args) {
        var faults = LaunchMode.current() == LaunchMode.NORMAL
                ? Requirements.faults(OncallService::setting)
                : List.<String>of();
        if (faults.isEmpty()) {
            Quarkus.run(args);
            return;
        }
        // The logging is not there yet, and one sentence is all there is to say.
        faults.forEach(System.err::println);
        System.exit(1);
    }

    private static Optional<String> setting(String key) {
        return Optional.ofNullable(System.getProperty(key, System.getenv(key)));
    }
}
