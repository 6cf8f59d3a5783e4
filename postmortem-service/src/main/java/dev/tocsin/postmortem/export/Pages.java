package dev.tocsin.postmortem.export;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.config.ConfigMapping;

/** Where people read reports. */
@ConfigMapping(prefix = "tocsin.export")
public interface Pages {
    /** The dashboard's address as people type it; without it files carry no links. */
    Optional<URI> publicUrl();

    /** The report's page, or nothing where the dashboard's address is not known. */
    default String of(UUID report) {
        return publicUrl()
                .map(base -> base.toString().replaceAll("/+$", "") + "/postmortems/" + report)
                .orElse("");
    }
}
