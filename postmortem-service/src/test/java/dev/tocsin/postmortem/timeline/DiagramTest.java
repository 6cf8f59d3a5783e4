package dev.tocsin.postmortem.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.*;
import java.util.*;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.*;
import dev.tocsin.postmortem.report.*;
import org.junit.jupiter.api.Test;

class DiagramTest {
    @Test
    void writes() throws IOException {
        var facts = Measurement.of(Fixtures.incident());
        var c = Fixtures.finished();
        write("a", Diagram.of(facts, c));
        var entries = new ArrayList<>(c.timeline());
        entries.add(Fixtures.entry(
                "2026-11-21T13:02:00Z", EntryKind.ACTION, "The certificate on disk was renewed by cron."));
        entries.add(
                Fixtures.entry("2026-11-23T09:00:00Z", EntryKind.NOTE, "Customers who had given up were written to."));
        for (int i = 0; i < 12; i++)
            entries.add(Fixtures.entry(
                    "2026-11-22T02:%02d:00Z".formatted(12 + i * 2),
                    i % 4 == 0 ? EntryKind.MISLEADING : EntryKind.ACTION,
                    "Something number " + i + " was tried with much hope and little effect."));
        var d = new Content(
                c.title(),
                c.subtitle(),
                c.hook(),
                c.tldr(),
                c.summary(),
                entries,
                false,
                c.detectedHow(),
                c.rootCause(),
                c.resolution(),
                c.improvements(),
                c.tasks(),
                c.hiddenSeqs());
        var inc = Fixtures.incident();
        var pages = new ArrayList<>(inc.pages());
        for (int i = 0; i < 7; i++)
            pages.add(new IncidentDocument.Page(
                    new Ref(new UUID(1, i), "Person Number " + i + " von und zu Hohenstein"),
                    3 + i / 2,
                    1,
                    "sms",
                    Instant.parse("2026-11-22T02:21:00Z").plusSeconds(170L * (i / 2)),
                    null,
                    "sent"));
        write("b", Diagram.of(Measurement.of(new IncidentDocument(inc.incident(), inc.timeline(), pages)), d));
        write("c", Diagram.of(facts, Content.startingAs("checkout: x", "Europe/Berlin", facts.noise())));
    }

    void write(String n, Diagram d) throws IOException {
        Files.writeString(Path.of("target/wide" + n + ".svg"), d.wide());
        Files.writeString(Path.of("target/narrow" + n + ".svg"), d.narrow());
    }
}
