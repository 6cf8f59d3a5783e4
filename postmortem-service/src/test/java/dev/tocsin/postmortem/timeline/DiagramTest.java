package dev.tocsin.postmortem.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Measurement;
import org.junit.jupiter.api.Test;

class DiagramTest {
    @Test
    void writes() throws IOException {
        var facts = Measurement.of(Fixtures.incident());
        var diagram =
                Diagram.of(facts.hiding(facts.noise()), Fixtures.finished().withIds(java.util.UUID::randomUUID));
        Files.writeString(Path.of("target/wide.svg"), diagram.wide());
        Files.writeString(Path.of("target/narrow.svg"), diagram.narrow());
    }
}
