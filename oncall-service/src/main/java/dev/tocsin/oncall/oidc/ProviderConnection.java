package dev.tocsin.oncall.oidc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.admin.Connection;

/** The provider people sign in with, as administrators see it. */
@ApplicationScoped
class ProviderConnection implements Connection {
    private final OidcConfig config;
    private final Provider provider;

    ProviderConnection(OidcConfig config, Provider provider) {
        this.config = config;
        this.provider = provider;
    }

    @Override
    public String id() {
        return "oidc";
    }

    @Override
    public String title() {
        return "Sign-in (OIDC)";
    }

    @Override
    public boolean configured() {
        return provider.isThere();
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("TOCSIN_OIDC_ISSUER", config.issuer()),
                Setting.of("TOCSIN_OIDC_CLIENT_ID", config.clientId()),
                Setting.secret("TOCSIN_OIDC_CLIENT_SECRET", config.clientSecret()),
                Setting.of("TOCSIN_OIDC_NAME", Optional.of(config.name())),
                Setting.of("TOCSIN_OIDC_SCOPES", Optional.of(String.join(" ", config.scopes()))),
                Setting.of("TOCSIN_OIDC_ALGORITHMS", Optional.of(String.join(" ", config.algorithms()))),
                Setting.of(
                        "TOCSIN_OIDC_NEW_PEOPLE",
                        config.newPeople().map(role -> role.name().toLowerCase(Locale.ROOT))),
                Setting.of("Leads back to", Optional.of(config.redirectUri())));
    }

    @Override
    public Optional<String> test() {
        return Optional.of("Reads the provider's description and keys anew.");
    }

    @Override
    public Tried tryFor(UUID personId) {
        try {
            return new Tried(
                    true,
                    "It answers as %s; keys: %d.".formatted(config.issuer().orElseThrow(), provider.reread()));
        } catch (ProviderTrouble trouble) {
            return new Tried(false, "The provider %s.".formatted(trouble.getMessage()));
        }
    }
}
