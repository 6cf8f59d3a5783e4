package dev.tocsin.monitor.dns;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a name server said.
 *
 * @param code as in NOERROR, NXDOMAIN, SERVFAIL
 * @param records the values of the type that was asked for, as in a zone file, names without their last dot
 * @param ttl the smallest among them
 * @param authoritative the server speaks for the zone itself
 * @param authenticated the server has checked the signatures (DNSSEC)
 */
public record DnsAnswer(
        String code, List<String> records, Optional<Duration> ttl, boolean authoritative, boolean authenticated) {
    public DnsAnswer {
        records = List.copyOf(records);
    }
}
