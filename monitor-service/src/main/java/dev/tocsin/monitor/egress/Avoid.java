package dev.tocsin.monitor.egress;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Addresses that have failed already and are tried last.
 *
 * @param addresses as {@link Dialer#text} writes them, port included
 */
public record Avoid(Set<String> addresses) {
    public static final Avoid NOTHING = new Avoid(Set.of());

    public static Avoid of(Collection<String> addresses) {
        return new Avoid(Set.copyOf(addresses));
    }

    /** The others first, each part in the resolver's order. */
    List<InetAddress> last(List<InetAddress> found, int port) {
        if (addresses.isEmpty()) return found;
        return found.stream()
                .sorted((a, b) -> Boolean.compare(avoided(a, port), avoided(b, port)))
                .toList();
    }

    private boolean avoided(InetAddress address, int port) {
        return addresses.contains(Dialer.text(address, port));
    }
}
