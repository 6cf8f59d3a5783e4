package dev.tocsin.monitor.probe;

import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.http.HttpUrl;
import dev.tocsin.monitor.probe.Kind.Change;
import dev.tocsin.monitor.probe.Kind.Setting;
import dev.tocsin.monitor.tls.Pem;
import dev.tocsin.monitor.tls.TlsOptions;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How to agree on TLS, as part of a target.
 *
 * @param insecure go on although the certificate cannot be trusted; conditions on it are judged all the same
 * @param serverName for SNI and to expect in the certificate, where it is not the host
 * @param authority certificates (PEM) to trust instead of those the machine trusts
 * @param certificate our own (PEM), for servers that ask who we are
 * @param key its private key (PEM, PKCS #8), a secret
 */
@RegisterForReflection
public record TlsSettings(
        boolean insecure,
        Optional<String> serverName,
        Optional<String> authority,
        Optional<String> certificate,
        Optional<String> key) {
    private static final int LONGEST = 64 * 1024;

    /** What a browser does. */
    public static final TlsSettings USUAL =
            new TlsSettings(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public TlsSettings {
        serverName = orEmpty(serverName);
        authority = orEmpty(authority);
        certificate = orEmpty(certificate);
        key = orEmpty(key);
    }

    TlsOptions options() {
        return new TlsOptions(
                insecure,
                serverName,
                authority,
                certificate.flatMap(shown -> key.map(secret -> new TlsOptions.Identity(shown, secret))),
                List.of());
    }

    TlsSettings withSecrets(Change change) {
        return new TlsSettings(
                insecure, serverName, authority, certificate, key.map(secret -> change.of("tls.key", secret)));
    }

    void examine(Faults faults) {
        serverName.ifPresent(name -> {
            faults.explained("serverName", () -> HttpUrl.hostOf(name));
            faults.demand("serverName", !name.matches("[0-9.]+|\\[.*"), "must be a name, not an address");
        });
        authority.ifPresent(pem -> pem(faults, "authority", pem));
        certificate.ifPresent(pem -> pem(faults, "certificate", pem));
        faults.demand("key", certificate.isEmpty() || key.isPresent(), "is needed with a certificate");
        faults.demand("certificate", key.isEmpty() || certificate.isPresent(), "is needed with a key");
        if (certificate.isPresent() && key.isPresent() && !key.get().equals(Redaction.HIDDEN)) fits(faults);
    }

    private static void pem(Faults faults, String field, String pem) {
        faults.demand(field, pem.length() <= LONGEST, "must have at most 65536 characters");
        faults.explained(field, () -> Pem.certificates(pem));
    }

    private void fits(Faults faults) {
        try {
            var own = Pem.certificates(certificate.orElseThrow()).getFirst();
            faults.explained("key", () -> Pem.key(key.orElseThrow(), own));
        } catch (IllegalArgumentException e) {
            return; // the certificate's own fault, which is named already
        }
    }

    static List<Setting> settings() {
        return List.of(
                Setting.optional(
                        "tls.insecure",
                        "boolean",
                        "Go on although the certificate cannot be trusted; conditions on it are judged all the same."),
                Setting.optional(
                        "tls.serverName", "text", "The name for SNI and in the certificate, where it is not the host."),
                Setting.optional("tls.authority", "text", "Certificates (PEM) to trust instead of the machine's."),
                Setting.optional("tls.certificate", "text", "Our own certificate (PEM), for servers that ask for one."),
                Setting.secret("tls.key", "Its private key (PEM, PKCS #8)."));
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
