package dev.tocsin.dashboard.oncall;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tocsin.dashboard.web.Option;

import static dev.tocsin.dashboard.web.Language.say;

/** Tools that can report, as the API and as people name them. */
enum Tool {
    EVENTS_V2,
    ALERTMANAGER,
    GRAFANA,
    NAGIOS,
    GENERIC;

    String label() {
        var words = say(ServiceWords.class);
        return switch (this) {
            case EVENTS_V2 -> words.pagerdutyEventsApiV2();
            case ALERTMANAGER -> words.alertmanagerWebhook();
            case GRAFANA -> words.grafana();
            case NAGIOS -> words.nagios();
            case GENERIC -> words.anyJson();
        };
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
