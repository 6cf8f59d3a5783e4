package dev.tocsin.postmortem.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/**
 * The letters a PDF carries with it: DejaVu Sans Condensed (Latin, Greek, Cyrillic, arrows, ticks), and for other scripts
 * whatever TrueType files stand in a folder the operator names.
 */
final class Fonts {
    static final String FAMILY = "Tocsin";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";
    private static final Set<FSFontUseCase> TEXT = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
    private static final Set<FSFontUseCase> OTHERWISE = EnumSet.of(FSFontUseCase.FALLBACK_FINAL);

    private record Face(byte[] bytes, String family, int weight, FontStyle style, Set<FSFontUseCase> use) {}

    private final List<Face> faces = new ArrayList<>();

    /** @throws UncheckedIOException when the folder cannot be read */
    Fonts(Optional<Path> others) {
        faces.add(own("", 400, FontStyle.NORMAL));
        faces.add(own("-Bold", 700, FontStyle.NORMAL));
        faces.add(own("-Oblique", 400, FontStyle.ITALIC));
        others.ifPresent(this::addAll);
    }

    void into(PdfRendererBuilder builder) {
        for (var face : faces)
            builder.useFont(() -> stream(face), face.family, face.weight, face.style, true, face.use);
    }

    private void addAll(Path folder) {
        try (var files = Files.list(folder)) {
            var sorted =
                    files.filter(f -> f.toString().endsWith(".ttf")).sorted().toList();
            for (var file : sorted) {
                var family = file.getFileName().toString().replace(".ttf", "");
                faces.add(new Face(Files.readAllBytes(file), family, 400, FontStyle.NORMAL, OTHERWISE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Face own(String suffix, int weight, FontStyle style) {
        try (var in = Fonts.class.getResourceAsStream(DEJAVU + suffix + ".ttf")) {
            return new Face(spelled(in.readAllBytes()), FAMILY, weight, style, TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the font's ligatures away, by giving their table a name nobody reads: else "fi" becomes one sign, and who
     * searches the PDF for "certificate" does not find it.
     */
    private static byte[] spelled(byte[] font) {
        var tables = (font[4] & 0xFF) << 8 | font[5] & 0xFF;
        for (var entry = 12; entry < 12 + 16 * tables; entry += 16) {
            if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals("GSUB")) font[entry] = 'g';
        }
        return font;
    }

    private static InputStream stream(Face face) {
        return new ByteArrayInputStream(face.bytes);
    }
}
