package dev.tocsin.oncall.access;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** The public halves of the keys that sign our tokens. */
@Path("/.well-known/jwks.json")
@PermitAll
public class JwksResource {
    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** A JSON Web Key Set, RFC 7517. */
    record KeySet(List<Map<String, Object>> keys) {}

    @GET
    @Operation(summary = "The public keys by which services check our tokens (RFC 7517).")
    public KeySet keys() {
        return new KeySet(keys.all().stream().map(JwksResource::jwk).toList());
    }

    private static Map<String, Object> jwk(SigningKey key) {
        var jwk = new EllipticCurveJsonWebKey(key.publicKey());
        jwk.setKeyId(key.id().toString());
        jwk.setUse("sig");
        jwk.setAlgorithm("ES256");
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }
}
