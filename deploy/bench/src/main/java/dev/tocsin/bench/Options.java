package dev.tocsin.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was asked for on the command line.
 *
 * @param data of a running Tocsin; empty: one is started for the run
 * @param only the parts to measure; empty: all
 * @param incidents of the quiet part, or of the figures; the number of reports, of postmortems
 * @param load of probes, and of pages the number of checks
 */
record Options(Bench bench, Optional<String> data, List<String> only, int incidents, Load load) {
    /** What can be measured, and in which parts. */
    enum Bench {
        PAGING("quiet", "intake", "repeats", "storm", "recipients", "overtaking", "alertmanager"),
        FIGURES,
        POSTMORTEMS,
        PAGES("board", "lists", "weights", "memory"),
        PROBES("load", "tls", "detection", "hostile", "overload", "prometheus");

        final List<String> parts;

        Bench(String... parts) {
            this.parts = List.of(parts);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many checks, one load after the other, each at this interval, and for how long each is measured at least. */
    record Load(List<Integer> checks, Duration interval, Duration time) {
        /** Calm: what is measured are the pages. */
        static final Load OF_PAGES = new Load(List.of(5000), Duration.ofMinutes(10), Duration.ZERO);

        static final Load USUAL = new Load(List.of(1000, 5000), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    static final String USAGE = """
            usage: ./tocsin bench paging [--only PART,PART] [--incidents N] [--data DIR]
                   ./tocsin bench figures [--incidents N]
                   ./tocsin bench postmortems [--reports N]
                   ./tocsin bench pages [--only PART,PART] [--incidents N] [--checks N]
                   ./tocsin bench probes [--only PART,PART] [--checks N,N] [--interval SECONDS] [--seconds N]
            parts of paging: %s
            parts of probes: %s
            parts of pages: %s
            --data measures the quiet part of a running ./tocsin up; else one is started and thrown away
            --checks are loads, one after the other (1000,5000), each at the interval (10) and measured for so long (60)""".formatted(
                    String.join(", ", Bench.PAGING.parts),
                    String.join(", ", Bench.PROBES.parts),
                    String.join(", ", Bench.PAGES.parts));

    boolean has(String part) {
        return only.isEmpty() || only.contains(part);
    }

    /** @throws IllegalArgumentException with the usage */
    static Options parse(List<String> words) {
        var bench = Stream.of(Bench.values())
                .filter(known -> !words.isEmpty() && known.word().equals(words.getFirst()))
                .findFirst()
                .orElseThrow(Options::wrong);
        var load = bench == Bench.PAGES ? Load.OF_PAGES : Load.USUAL;
        var options = new Options(bench, Optional.empty(), List.of(), usual(bench), load);
        for (int i = 1; i < words.size(); i += 2) {
            if (i + 1 == words.size()) throw wrong();
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private static int usual(Bench bench) {
        return switch (bench) {
            case FIGURES -> 1_000_000;
            case POSTMORTEMS -> 10_000;
            case PAGES -> 100_000;
            default -> 200;
        };
    }

    private Options with(String name, String value) {
        var probes = bench == Bench.PROBES;
        return switch (name) {
            case "--only" -> new Options(bench, data, parts(value), incidents, load);
            case "--incidents" ->
                new Options(bench, data, only, number(value, 9_999_999, !probes && bench != Bench.POSTMORTEMS), load);
            case "--reports" ->
                new Options(bench, data, only, number(value, 999_999, bench == Bench.POSTMORTEMS), load);
            case "--data" -> new Options(bench, Optional.of(directory(value)), List.of("quiet"), incidents, load);
            case "--checks" ->
                new Options(
                        bench,
                        data,
                        only,
                        incidents,
                        new Load(checks(value, probes || bench == Bench.PAGES), load.interval, load.time));
            case "--interval" ->
                new Options(bench, data, only, incidents, new Load(load.checks, seconds(value, probes), load.time));
            case "--seconds" ->
                new Options(bench, data, only, incidents, new Load(load.checks, load.interval, seconds(value, probes)));
            default -> throw wrong();
        };
    }

    private List<String> parts(String value) {
        var parts = List.of(value.split(","));
        if (parts.isEmpty() || !bench.parts.containsAll(parts)) throw wrong();
        return parts;
    }

    private String directory(String value) {
        if (bench != Bench.PAGING || value.isEmpty()) throw wrong();
        return value;
    }

    private static List<Integer> checks(String value, boolean known) {
        return Stream.of(value.split(",", -1))
                .map(each -> number(each, 200_000, known))
                .toList();
    }

    private static Duration seconds(String value, boolean known) {
        return Duration.ofSeconds(number(value, 3600, known));
    }

    private static int number(String value, int most, boolean known) {
        if (!known || !value.matches("[1-9]\\d{0,6}") || Integer.parseInt(value) > most) throw wrong();
        return Integer.parseInt(value);
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(USAGE);
    }
}
