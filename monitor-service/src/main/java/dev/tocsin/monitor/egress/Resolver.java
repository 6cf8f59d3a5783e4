package dev.tocsin.monitor.egress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Names to addresses, afresh each time. */
public interface Resolver {

    /** What asking for a name came to. */
    sealed interface Answer {
        /** At least one address, in the order to try them. */
        record Found(List<InetAddress> addresses) implements Answer {}

        /** The name does not exist: the target's trouble. */
        record NoSuchName(String reason) implements Answer {}

        /** Nobody told us in time, or at all: our trouble. */
        record NoAnswer(String reason) implements Answer {}
    }

    Answer resolve(String host, Duration within);
}
