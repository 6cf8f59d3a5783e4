package dev.tocsin.monitor.probe;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Takes secrets out of what people will read. */
public final class Redaction {
    public static final String HIDDEN = "•••";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i)authorization|cookie|token|secret|passw|api-?key|credential|signature");
    private static final Pattern SECRET_IN_TEXT = Pattern.compile(
            "(?i)((?:authorization|set-cookie|cookie|token|secret|passw(?:or)?d|api[_-]?key)[\"']?\\s*[:=]\\s*[\"']?(?:bearer |basic )?)[^\\s\"'&<,;]{1,2000}");
    private static final int SAMPLE = 2048;

    private Redaction() {}

    /** Whether a header of this name holds something that is written and never read back. */
    public static boolean secret(String headerName) {
        return SECRET_NAME.matcher(headerName.toLowerCase(Locale.ROOT)).find();
    }

    /** At most 2 KiB of the text, without what looks like a secret and without the secrets that we sent. */
    static String sample(String body, Collection<String> sent) {
        var text = body.length() > SAMPLE ? body.substring(0, SAMPLE) : body;
        for (var secret : sent) if (secret.length() >= 4) text = text.replace(secret, HIDDEN);
        return clean(text);
    }

    /** All of the text, without what looks like a secret. */
    public static String clean(String text) {
        return SECRET_IN_TEXT.matcher(text).replaceAll("$1" + HIDDEN).replace("\0", "");
    }
}
