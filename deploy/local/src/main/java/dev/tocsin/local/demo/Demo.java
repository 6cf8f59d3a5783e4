package dev.tocsin.local.demo;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Fills a fresh data directory, so that every page has something to show. Everything goes through the public REST APIs,
 * as a company's own import would.
 */
public final class Demo {

    /** Where the services answer, without a path: {@code http://localhost:8082}. */
    public record Urls(URI oncall, URI monitor, URI postmortem, URI dashboard, URI phones) {}

    private Demo() {}

    /**
     * Loads all of it in some seconds; times are relative to now.
     *
     * @param operatorToken as in {@code TOCSIN_OPERATOR_TOKEN}
     * @param out gets one line a stage
     * @throws DemoException when there are teams already, or a service is away or refuses something; what was loaded
     *     until then stays
     */
    public static void load(Urls urls, String operatorToken, PrintStream out) throws DemoException {
        load(urls, operatorToken, out, Clock.systemUTC());
    }

    static void load(Urls urls, String operatorToken, PrintStream out, Clock clock) throws DemoException {
        try (var apis = Apis.signedIn(urls, operatorToken)) {
            new Loader(apis, urls, clock.instant().truncatedTo(ChronoUnit.SECONDS), out).load();
        }
    }
}
