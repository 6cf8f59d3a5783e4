package dev.tocsin.local;

import java.net.URI;
import java.util.Optional;

/**
 * Where everything is.
 *
 * @param dashboard as a browser reaches it; the others as a process on this machine does
 * @param phones the phone simulator; empty when a real carrier is used
 */
public record Urls(URI dashboard, URI monitor, URI oncall, URI postmortem, Optional<URI> phones) {
    static Urls of(Ports ports, boolean withPhones) {
        return new Urls(
                Ports.shown(ports.dashboard()),
                Ports.internal(ports.monitor()),
                Ports.internal(ports.oncall()),
                Ports.internal(ports.postmortem()),
                withPhones ? Optional.of(Ports.internal(ports.phones())) : Optional.empty());
    }
}
