package dev.tocsin.monitor.probe;

import java.util.BitSet;
import java.util.regex.Pattern;

/** Status codes as people write them: {@code 200}, {@code 2xx}, {@code 200,301-302}. */
public final class StatusSet {
    private static final Pattern PART = Pattern.compile("([1-5])xx|([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    private final BitSet codes = new BitSet(600);

    private StatusSet() {}

    /** @throws IllegalArgumentException with what is wrong */
    public static StatusSet parse(String text) {
        var set = new StatusSet();
        for (var part : text.strip().split("\\s*,\\s*", -1)) {
            var matcher = PART.matcher(part);
            if (!matcher.matches()) throw malformed();
            if (matcher.group(1) != null) {
                var hundred = Integer.parseInt(matcher.group(1)) * 100;
                set.codes.set(hundred, hundred + 100);
            } else {
                var from = Integer.parseInt(matcher.group(2));
                var to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
                if (to < from) throw malformed();
                set.codes.set(from, to + 1);
            }
        }
        return set;
    }

    public boolean contains(int status) {
        return codes.get(status);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("must be like 200, 2xx or 200,301-302");
    }
}
