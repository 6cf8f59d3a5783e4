package dev.tocsin.dashboard.postmortems;

import java.util.List;

import dev.tocsin.dashboard.web.Option;
import io.quarkus.qute.TemplateExtension;

import static dev.tocsin.dashboard.web.Language.say;

/** The covers an author may choose from, as postmortem-service draws them. */
@TemplateExtension(namespace = "covers")
final class Covers {
    static List<Option> all() {
        var words = say(WritingWords.class);
        return List.of(
                new Option("plain", words.none()),
                new Option("rings", words.ringsOneAPage()),
                new Option("pulse", words.pulseWhereItStumbled()),
                new Option("tiles", words.tilesOneAMinute()),
                new Option("sky", words.skyTheHourItBegan()),
                new Option("number", words.numberTheLongestFigure()));
    }

    private Covers() {}
}
