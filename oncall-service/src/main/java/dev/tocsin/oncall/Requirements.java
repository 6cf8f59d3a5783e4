package dev.tocsin.oncall;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must be set, and how well, before the service may run in earnest. Secrets are judged, never printed. */
final class Requirements {
    private static final int PASSWORD_LENGTH = 12;
    private static final int TOKEN_LENGTH = 32;
    private static final Predicate<String> GUESSED = Pattern.compile(
                    "(password|postgres|secret|oncall|tocsin|admin|change.?me|replace).*", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();

    /** Plain HTTP only within this machine, as for a try. */
    private static final Predicate<String> SAFE_ISSUER = Pattern.compile(
                    "https://.+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?")
            .asMatchPredicate();

    private Requirements() {}

    /** One sentence for each setting that is missing or weak, which names its key; none: the service may start. */
    static List<String> faults(Function<String, Optional<String>> setting) {
        Function<String, Optional<String>> given = key -> setting.apply(key).filter(value -> !value.isBlank());
        var databasePassword = given.apply("TOCSIN_DB_PASSWORD")
                .or(() -> given.apply("QUARKUS_DATASOURCE_PASSWORD"))
                .or(() -> given.apply("quarkus.datasource.password"));
        return Stream.of(
                        databasePassword.isEmpty()
                                ? Optional.of("TOCSIN_DB_PASSWORD is missing: set the password of the database role.")
                                : Optional.<String>empty(),
                        databasePassword
                                .filter(Requirements::isWeak)
                                .map(_ -> "TOCSIN_DB_PASSWORD is weak: use at least %d characters nobody would guess."
                                        .formatted(PASSWORD_LENGTH)),
                        weakToken(given, "TOCSIN_OPERATOR_TOKEN"),
                        weakToken(given, "TOCSIN_SERVICE_TOKEN"),
                        given.apply("TOCSIN_FALLBACK_PHONE")
                                .filter(phone -> !phone.matches("\\+[1-9]\\d{6,14}"))
                                .map(
                                        _ ->
                                                "TOCSIN_FALLBACK_PHONE is no number such as +14155550123: set it, or unset it."),
                        given.apply("TOCSIN_OIDC_ISSUER")
                                .filter(_ ->
                                        given.apply("TOCSIN_OIDC_CLIENT_ID").isEmpty()
                                                || given.apply("TOCSIN_OIDC_CLIENT_SECRET")
                                                        .isEmpty())
                                .map(
                                        _ ->
                                                "TOCSIN_OIDC_ISSUER needs TOCSIN_OIDC_CLIENT_ID and TOCSIN_OIDC_CLIENT_SECRET beside it."),
                        given.apply("TOCSIN_OIDC_ISSUER")
                                .filter(issuer -> !SAFE_ISSUER.test(issuer))
                                .map(_ -> "TOCSIN_OIDC_ISSUER must begin with https://."),
                        given.apply("TOCSIN_PASSWORD_SIGN_IN")
                                .filter("false"::equals)
                                .filter(_ -> given.apply("TOCSIN_OIDC_ISSUER").isEmpty())
                                .map(
                                        _ ->
                                                "TOCSIN_PASSWORD_SIGN_IN is false and TOCSIN_OIDC_ISSUER is not set: nobody could sign in."),
                        given.apply("TOCSIN_BOOTSTRAP_PASSWORD")
                                .filter(password -> password.length() < PASSWORD_LENGTH)
                                .map(_ -> "TOCSIN_BOOTSTRAP_PASSWORD is weak: use at least %d characters, or unset it."
                                        .formatted(PASSWORD_LENGTH)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> weakToken(Function<String, Optional<String>> given, String key) {
        return given.apply(key)
                .filter(token -> token.length() < TOKEN_LENGTH)
                .map(_ -> "%s is weak: use at least %d random characters, or unset it.".formatted(key, TOKEN_LENGTH));
    }

    private static boolean isWeak(String password) {
        return password.length() < PASSWORD_LENGTH || GUESSED.test(password);
    }
}
