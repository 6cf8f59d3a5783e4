package dev.tocsin.monitor.probe;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Term;
import dev.tocsin.monitor.condition.Type;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.tls.Shown;
import dev.tocsin.monitor.verdict.Certificate;

/**
 * What servers showed of themselves, in the words of conditions.
 *
 * @param shown one for each server on the way; what is said of one certificate is said of the last server's own
 */
record Certificates(List<Shown> shown, Instant now) {
    static final List<Term> TERMS = List.of(
            Term.of(
                    "certificate.expiresIn",
                    Type.DURATION,
                    "How long the first certificate of the chain to end still runs, over all redirects."),
            Term.of(
                    "certificate.trusted",
                    Type.BOOLEAN,
                    "Whether it is valid now, bears the name, and somebody we trust vouches for it."),
            Term.of("certificate.subject", Type.TEXT, "Whose it is, as in CN=shop.example."),
            Term.of("certificate.issuer", Type.TEXT, "Who vouches for it."),
            Term.of("certificate.names", Type.LIST, "The names and addresses it is for."),
            Term.of("certificate.serial", Type.TEXT, "Its serial number in hexadecimal."),
            Term.of("tls.version", Type.TEXT, "As in TLSv1.3."),
            Term.of("tls.cipher", Type.TEXT, "The cipher suite, as in TLS_AES_256_GCM_SHA384."));

    Value value(String name) {
        var last = shown.isEmpty() ? Optional.<Shown>empty() : Optional.of(shown.getLast());
        var leaf = last.flatMap(Shown::leaf);
        return switch (name) {
            case "certificate.expiresIn" -> expiresIn();
            case "certificate.trusted" ->
                of(last.map(one -> Value.of(one.distrust().isEmpty())));
            case "certificate.subject" ->
                of(leaf.map(one -> Value.of(one.getSubjectX500Principal().getName())));
            case "certificate.issuer" ->
                of(leaf.map(one -> Value.of(one.getIssuerX500Principal().getName())));
            case "certificate.names" -> of(leaf.map(one -> Value.of(names(one))));
            case "certificate.serial" ->
                of(leaf.map(one -> Value.of(one.getSerialNumber().toString(16))));
            case "tls.version" -> of(last.map(one -> Value.of(one.protocol())));
            case "tls.cipher" -> of(last.map(one -> Value.of(one.cipher())));
            default -> Value.MISSING;
        };
    }

    private Value expiresIn() {
        return of(shown.stream()
                .flatMap(one -> one.chain().stream())
                .map(one -> one.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .map(end -> Value.of(Duration.between(now, end))));
    }

    private static Value of(Optional<Value> value) {
        return value.orElse(new Value.Absent("is missing: there was no TLS"));
    }

    /** The subject's alternative names: 2 is a DNS name, 7 an address (RFC 5280 §4.2.1.6). */
    private static List<String> names(X509Certificate certificate) {
        try {
            var all = certificate.getSubjectAlternativeNames();
            if (all == null) return List.of();
            return all.stream()
                    .filter(name -> name.get(0).equals(2) || name.get(0).equals(7))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of(); // names that cannot be read are none
        }
    }

    /** The last server's own, for the evidence. */
    static Optional<Certificate> own(Optional<Shown> shown) {
        return shown.flatMap(Shown::leaf)
                .map(leaf -> new Certificate(
                        leaf.getSubjectX500Principal().getName(),
                        leaf.getIssuerX500Principal().getName(),
                        leaf.getNotAfter().toInstant(),
                        leaf.getSerialNumber().toString(16)));
    }
}
