package dev.tocsin.postmortem.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;

/** Turns one XHTML page into a tagged PDF. Loads nothing from anywhere: pictures come as data or not at all. */
final class Pdf {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");

    static {
        XRLog.setLoggerImpl(new Quiet());
    }

    private final Fonts fonts;

    Pdf(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * @param base what relative links are relative to
     * @throws UncheckedIOException when the page cannot be drawn
     */
    byte[] of(String xhtml, String base) {
        var out = new ByteArrayOutputStream(64 * 1024);
        try (var drawer = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useSVGDrawer(drawer)
                    .withProducer("Tocsin")
                    .withHtmlContent(printable(titled(xhtml)), base);
            for (var moment : ExternalResourceControlPriority.values())
                builder.useExternalResourceAccessControl((address, kind) -> address.startsWith("data:"), moment);
            fonts.into(builder);
            builder.toStream(out).run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tagged link must say in words where it leads. */
    private static String titled(String xhtml) {
        return LINK.matcher(xhtml).replaceAll("<a title=\"$1\" href=\"$1\"");
    }

    /** What XML 1.0 cannot hold at all becomes a replacement sign, so that one odd character costs no report. */
    private static String printable(String xhtml) {
        if (xhtml.codePoints().allMatch(Pdf::isXml)) return xhtml;
        var clean = new StringBuilder(xhtml.length());
        xhtml.codePoints().forEach(c -> clean.appendCodePoint(isXml(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
