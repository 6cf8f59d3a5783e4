package dev.tocsin.oncall.oidc;

import java.util.Optional;

/** Somebody as a provider tells of them; {@code verifiedEmail} only where the provider vouches for it. */
record Who(String issuer, String subject, Optional<String> verifiedEmail, Optional<String> name) {}
