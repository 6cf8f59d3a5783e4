package dev.tocsin.monitor.metric;

import java.util.List;

import com.google.re2j.Pattern;

/** Which series of a metric are meant, as PromQL writes it: {@code name{label="value", other=~"a|b"}}. */
record Selector(String metric, List<Matcher> matchers) {

    /** One demand on a label; a label that is missing is empty. */
    sealed interface Matcher {
        boolean meets(String value);

        String label();
    }

    record Is(String label, String wanted, boolean not) implements Matcher {
        @Override
        public boolean meets(String value) {
            return value.equals(wanted) != not;
        }
    }

    /** The whole of the value must match. */
    record Like(String label, Pattern pattern, boolean not) implements Matcher {
        @Override
        public boolean meets(String value) {
            return pattern.matches(value) != not;
        }
    }

    List<Series> in(Exposition page) {
        return page.series().getOrDefault(metric, List.of()).stream()
                .filter(series ->
                        matchers.stream().allMatch(m -> m.meets(series.labels().getOrDefault(m.label(), ""))))
                .toList();
    }
}
