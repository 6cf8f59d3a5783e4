package dev.tocsin.bench;

import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param data of a running Tocsin; empty: one is started for the run
 * @param only the parts to measure; empty: all
 * @param incidents of the quiet part, or of the figures
 */
record Options(boolean figures, Optional<String> data, List<String> only, int incidents) {
    static final List<String> PARTS =
            List.of("quiet", "intake", "repeats", "storm", "recipients", "overtaking", "alertmanager");
    static final String USAGE = """
            usage: ./tocsin bench paging [--only PART,PART] [--incidents N] [--data DIR]
                   ./tocsin bench figures [--incidents N]
            parts: %s
            --data measures the quiet part of a running ./tocsin up; else one is started and thrown away""".formatted(String.join(", ", PARTS));

    boolean has(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** @throws IllegalArgumentException with the usage */
    static Options parse(List<String> words) {
        if (words.isEmpty() || !List.of("paging", "figures").contains(words.getFirst())) throw wrong();
        boolean figures = words.getFirst().equals("figures");
        var options = new Options(figures, Optional.empty(), List.of(), figures ? 1_000_000 : 200);
        for (int i = 1; i < words.size(); i += 2) {
            if (i + 1 == words.size()) throw wrong();
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private Options with(String name, String value) {
        if (name.equals("--incidents") && value.matches("[1-9]\\d{0,6}")) {
            return new Options(figures, data, only, Integer.parseInt(value));
        }
        if (name.equals("--data") && !figures && !value.isEmpty()) {
            return new Options(false, Optional.of(value), List.of("quiet"), incidents);
        }
        var parts = List.of(value.split(","));
        if (name.equals("--only") && !figures && PARTS.containsAll(parts)) {
            return new Options(false, data, parts, incidents);
        }
        throw wrong();
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(USAGE);
    }
}
