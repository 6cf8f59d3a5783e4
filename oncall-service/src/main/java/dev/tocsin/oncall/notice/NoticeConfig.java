package dev.tocsin.oncall.notice;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where closed incidents are handed on. */
@ConfigMapping(prefix = "tocsin.notice")
interface NoticeConfig {
    /** Base URL of postmortem-service; nothing is written while it is unset. */
    Optional<URI> postmortemUrl();

    /** {@code whsec_} and base64; shared with the receiver. */
    Optional<String> secret();
}
