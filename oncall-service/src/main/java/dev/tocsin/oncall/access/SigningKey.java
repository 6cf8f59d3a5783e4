package dev.tocsin.oncall.access;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.UUID;

/** One ES256 key pair; {@code id} is the tokens' kid. */
record SigningKey(UUID id, KeyPair pair) {

    static SigningKey generated() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new SigningKey(UUID.randomUUID(), generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    static SigningKey read(UUID id, byte[] privateKey, byte[] publicKey) {
        try {
            var keys = KeyFactory.getInstance("EC");
            return new SigningKey(
                    id,
                    new KeyPair(
                            keys.generatePublic(new X509EncodedKeySpec(publicKey)),
                            keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key " + id + " cannot be read", e);
        }
    }

    ECPublicKey publicKey() {
        return (ECPublicKey) pair.getPublic();
    }
}
