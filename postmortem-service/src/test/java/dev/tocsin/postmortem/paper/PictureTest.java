package dev.tocsin.postmortem.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;

import javax.imageio.ImageIO;

import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.facts.Measurement;
import dev.tocsin.postmortem.timeline.Diagram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PictureTest {
    @Test
    void theDiagramIsAPictureOfTheWidthAskedForWithSomethingOnIt() throws IOException {
        var diagram = Diagram.of(Measurement.of(Fixtures.incident()), Fixtures.finished());

        var bytes = Picture.of(new Drawing(diagram.wide()), 1200);

        Files.write(Path.of("target/mail-diagram.png"), bytes); // to look at
        var picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        var colours = new HashSet<Integer>();
        for (var x = 0; x < picture.getWidth(); x += 3)
            for (var y = 0; y < picture.getHeight(); y += 3) colours.add(picture.getRGB(x, y));
        assertThat(colours).hasSizeGreaterThan(5);
    }

    @Test
    void itsAlternativeTextIsWhatTheDrawingSaysOfItself() {
        var drawing = new Drawing("<svg><title>A &amp; B</title><desc>It hurt.</desc></svg>");
        assertThat(drawing.alternative()).isEqualTo("A &amp; B. It hurt.");
    }
}
