package dev.tocsin.dashboard.oncall;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tocsin.dashboard.web.Option;

/** Tools that can report, as the API and as people name them. */
enum Tool {
    EVENTS_V2("PagerDuty Events API v2"),
    ALERTMANAGER("Alertmanager webhook"),
    GRAFANA("Grafana"),
    NAGIOS("Nagios"),
    GENERIC("Any JSON");

    private final String label;

    Tool(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The first when the API names one we do not know. */
    static Tool named(String wire) {
        return Stream.of(values())
                .filter(tool -> tool.wire().equals(wire))
                .findFirst()
                .orElse(EVENTS_V2);
    }

    static List<Option> options() {
        return Stream.of(values())
                .map(tool -> new Option(tool.wire(), tool.label()))
                .toList();
    }
}
