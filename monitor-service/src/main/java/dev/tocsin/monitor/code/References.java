package dev.tocsin.monitor.code;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${env:NAME}} and {@code ${file:/path}} inside the values of secrets. What they stand for never reaches a message, a
 * log, an answer or a file of ours.
 */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]*)}");

    private References() {}

    /** Where the values come from. */
    interface Source {
        /** @throws Missing saying why there is none */
        String of(String scheme, String name) throws Missing;
    }

    /** A reference that leads nowhere; the message fits after the name of the field. */
    static final class Missing extends Exception {
        Missing(String message) {
            super(message);
        }
    }

    static boolean isIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    static String resolved(String text, Source source) throws Missing {
        var failed = new Missing[1];
        var resolved = REFERENCE.matcher(text).replaceAll(match -> {
            try {
                return Matcher.quoteReplacement(value(match, source));
            } catch (Missing e) {
                failed[0] = e;
                return "";
            }
        });
        if (failed[0] != null) throw failed[0];
        return resolved;
    }

    private static String value(MatchResult match, Source source) throws Missing {
        return source.of(match.group(1), match.group(2));
    }

    /** For looking at a file of somebody who may not see what the references stand for. */
    static Source unresolved() {
        return (scheme, name) -> Optional.of("0".repeat(32))
                .filter(_ -> !name.isBlank())
                .orElseThrow(() -> new Missing("names nothing after \"%s:\"".formatted(scheme)));
    }
}
