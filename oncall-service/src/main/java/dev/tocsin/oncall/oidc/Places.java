package dev.tocsin.oncall.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a provider does what, as its discovery document says (OpenID Connect Discovery 1.0, section 3).
 *
 * @param secretInForm the client's secret goes into the form, because the header is not taken there
 */
record Places(URI authorization, URI token, URI keys, Optional<URI> userInfo, boolean secretInForm) {

    /** The document's fields that matter here. */
    record Document(
            String issuer,
            URI authorization_endpoint,
            URI token_endpoint,
            URI jwks_uri,
            URI userinfo_endpoint,
            List<String> token_endpoint_auth_methods_supported) {}

    /** @throws ProviderTrouble when the document is another issuer's, or incomplete */
    static Places of(Document document, URI issuer) {
        if (!issuer.toString().equals(document.issuer()))
            throw new ProviderTrouble("its discovery document is of the issuer " + document.issuer());
        if (Stream.of(document.authorization_endpoint(), document.token_endpoint(), document.jwks_uri())
                .anyMatch(place -> place == null || !place.isAbsolute()))
            throw new ProviderTrouble("its discovery document is incomplete");
        var methods = Optional.ofNullable(document.token_endpoint_auth_methods_supported())
                .orElse(List.of());
        return new Places(
                document.authorization_endpoint(),
                document.token_endpoint(),
                document.jwks_uri(),
                Optional.ofNullable(document.userinfo_endpoint()),
                methods.contains("client_secret_post") && !methods.contains("client_secret_basic"));
    }
}
