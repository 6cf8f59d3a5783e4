package dev.tocsin.oncall.paging;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The mail server; e-mail methods are refused while there is none. */
@ConfigMapping(prefix = "tocsin.mail")
public interface MailConfig {
    /** Where mail is handed over; unset: no e-mail. */
    Optional<String> host();

    /** Whom mail comes from. */
    String from();
}
