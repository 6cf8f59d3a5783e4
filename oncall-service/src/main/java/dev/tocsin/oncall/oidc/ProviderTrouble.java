package dev.tocsin.oncall.oidc;

/** The provider is away, or says what cannot be. The message follows "the provider": "does not answer". */
class ProviderTrouble extends RuntimeException {
    ProviderTrouble(String message) {
        super(message);
    }

    ProviderTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
