package dev.tocsin.oncall.paging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in few words what else a text stands for. */
final class Bundle {
    private Bundle() {}

    /** Another page that the same message covers. */
    record Item(UUID page, UUID incident, long number, String service) {}

    /** What a text says of the others: how many, and the services with most of them; empty when there are none. */
    record Named(int count, String services) {
        static final Named NONE = new Named(0, "");
    }

    static Named named(List<Item> more) {
        return more.isEmpty() ? Named.NONE : new Named(more.size(), listed(more));
    }

    /** "37 api, 2 db", the most first. */
    static String listed(List<Item> more) {
        return more.stream().collect(Collectors.groupingBy(Item::service, Collectors.counting())).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
    }
}
