package dev.tocsin.phones.carrier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.phones.PhonesConfig;

/** Who may use the REST API: the one account, by HTTP Basic. */
@ApplicationScoped
class Accounts {
    private final PhonesConfig config;

    Accounts(PhonesConfig config) {
        this.config = config;
    }

    /** Throws Twilio's 401 when the credentials are not the account's, or the account is not the one in the path. */
    void check(String authorization, String accountInPath) {
        var expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (config.accountSid() + ":" + config.authToken()).getBytes(StandardCharsets.UTF_8));
        var given = authorization == null ? "" : authorization;
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))
                || !accountInPath.equals(config.accountSid())) {
            throw CarrierError.of(401, 20003, "Authenticate").thrown();
        }
    }
}
