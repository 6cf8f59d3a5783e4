package dev.tocsin.dashboard.postmortems;

import java.util.List;

import dev.tocsin.dashboard.web.Option;
import io.quarkus.qute.TemplateExtension;

/** The covers an author may choose from, as postmortem-service draws them. */
@TemplateExtension(namespace = "covers")
final class Covers {
    private static final List<Option> ALL = List.of(
            new Option("plain", "None"),
            new Option("rings", "Rings: one a page"),
            new Option("pulse", "Pulse: where it stumbled"),
            new Option("tiles", "Tiles: one a minute"),
            new Option("sky", "Sky: the hour it began"),
            new Option("number", "Number: the longest figure"));

    private Covers() {}

    static List<Option> all() {
        return ALL;
    }
}
