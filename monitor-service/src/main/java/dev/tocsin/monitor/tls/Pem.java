package dev.tocsin.monitor.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads certificates and private keys as OpenSSL writes them (RFC 7468). */
public final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() {}

    /** At least one. @throws IllegalArgumentException with what is wrong */
    public static List<X509Certificate> certificates(String pem) {
        try {
            var bytes = pem.getBytes(StandardCharsets.US_ASCII);
            var found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            if (found.isEmpty()) throw noCertificate(null);
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException e) {
            throw noCertificate(e);
        }
    }

    /** The private key that goes with a certificate. @throws IllegalArgumentException with what is wrong */
    public static PrivateKey key(String pem, Certificate certificate) {
        var block = KEY.matcher(pem);
        if (!block.find())
            throw new IllegalArgumentException(
                    pem.contains("ENCRYPTED")
                            ? "must not be encrypted; it is sealed here"
                            : "must begin with -----BEGIN PRIVATE KEY-----; convert it with openssl pkcs8 -topk8 -nodes");
        try {
            var bytes = Base64.getMimeDecoder().decode(block.group(1));
            var key = KeyFactory.getInstance(algorithm(certificate.getPublicKey()))
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes));
            if (!pair(key, certificate.getPublicKey())) throw new GeneralSecurityException("another key");
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is not the private key of this certificate", e);
        }
    }

    /** Whether one checks what the other has signed. */
    private static boolean pair(PrivateKey own, PublicKey shown) throws GeneralSecurityException {
        var algorithm = algorithm(shown);
        var signature = Signature.getInstance(
                algorithm.equals("EdDSA") ? algorithm : "SHA256with" + (algorithm.equals("EC") ? "ECDSA" : algorithm));
        var text = new byte[] {1};
        signature.initSign(own);
        signature.update(text);
        var signed = signature.sign();
        signature.initVerify(shown);
        signature.update(text);
        return signature.verify(signed);
    }

    private static String algorithm(PublicKey key) {
        return key.getAlgorithm().startsWith("Ed") ? "EdDSA" : key.getAlgorithm();
    }

    private static IllegalArgumentException noCertificate(CertificateException because) {
        return new IllegalArgumentException(
                "must be a certificate that begins with -----BEGIN CERTIFICATE-----", because);
    }
}
