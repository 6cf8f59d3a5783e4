package dev.tocsin.monitor.alerting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.verdict.Certificate;
import dev.tocsin.monitor.verdict.Evidence;

/** What was different the last time it was good, in words, purely. What was not measured either time is not compared. */
final class Differences {
    private static final Duration NOTABLE = Duration.ofMillis(50);

    private Differences() {}

    static List<String> between(Evidence good, Evidence bad) {
        var found = new ArrayList<String>();
        changed("status", good.status().map(String::valueOf), bad.status().map(String::valueOf))
                .ifPresent(found::add);
        changed("address", good.address(), bad.address()).ifPresent(found::add);
        changed(
                        "certificate",
                        good.certificate().map(Differences::words),
                        bad.certificate().map(Differences::words))
                .ifPresent(found::add);
        if (good.status().isPresent() && bad.status().isEmpty())
            found.add("no answer, was HTTP " + good.status().get());
        var slower = bad.latency().compareTo(good.latency().multipliedBy(3)) > 0
                && bad.latency().minus(good.latency()).compareTo(NOTABLE) > 0;
        if (slower)
            found.add("took %d ms, was %d ms"
                    .formatted(bad.latency().toMillis(), good.latency().toMillis()));
        return List.copyOf(found);
    }

    private static Optional<String> changed(String what, Optional<String> before, Optional<String> now) {
        var comparable = before.isPresent() && now.isPresent() && !before.equals(now);
        return comparable ? Optional.of("%s %s, was %s".formatted(what, now.get(), before.get())) : Optional.empty();
    }

    private static String words(Certificate certificate) {
        return "%s until %s by %s (%s)"
                .formatted(certificate.subject(), certificate.notAfter(), certificate.issuer(), certificate.serial());
    }
}
