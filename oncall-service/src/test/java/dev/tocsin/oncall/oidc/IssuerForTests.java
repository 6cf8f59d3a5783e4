package dev.tocsin.oncall.oidc;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The provider that people of the tests may sign in with. */
public class IssuerForTests implements QuarkusTestResourceLifecycleManager {
    static volatile TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = new TestIssuer(0);
        return Map.of(
                "tocsin.oidc.issuer",
                issuer.url(),
                "tocsin.oidc.client-id",
                TestIssuer.CLIENT,
                "tocsin.oidc.client-secret",
                TestIssuer.SECRET,
                "tocsin.oidc.name",
                "Acme",
                "tocsin.oidc.public-url",
                "https://tocsin.example.com");
    }

    @Override
    public void stop() {
        issuer.close();
    }
}
