package dev.tocsin.postmortem.paper;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.postmortem.image.Images;
import dev.tocsin.postmortem.publishing.PublishedView;
import dev.tocsin.postmortem.report.Markdown;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Sets a published version as a PDF. What is published never changes, so the last few are kept; drawing one anew takes a
 * fraction of a second, the first some seconds while fonts are read.
 */
@ApplicationScoped
public class Paper {
    private static final int KEPT = 16;
    private static final Pattern PICTURE =
            Pattern.compile("src=\"" + Pattern.quote(Markdown.PICTURE) + "([0-9a-f-]{36})\"");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    @CheckedTemplate(basePath = "PaperPage")
    record paper(PublishedView version, About about, String published, Drawing diagram, String address)
            implements TemplateInstance {}

    private final Pdf pdf;
    private final String publicUrl;
    private final Images images;
    private final Map<String, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    Paper(PaperConfig config, Images images) {
        this.images = images;
        this.pdf = new Pdf(new Fonts(config.fonts()));
        this.publicUrl = config.publicUrl().toString().replaceAll("/+$", "");
    }

    /** The version as A4 pages. */
    public byte[] of(PublishedView version, About about) {
        synchronized (kept) {
            var known = kept.get(version.hash());
            if (known != null) return known;
        }
        var drawn = pdf.of(withPictures(page(version, about)), publicUrl + "/");
        synchronized (kept) {
            kept.put(version.hash(), drawn);
        }
        return drawn;
    }

    /** What the file is called: {@code postmortem-12-v1.pdf}. */
    public static String fileName(PublishedView version, About about) {
        return "postmortem-" + about.incident() + "-v" + version.number() + ".pdf";
    }

    /** Pictures go into the document itself: it is read where nobody is signed in. */
    private String withPictures(String page) {
        return PICTURE.matcher(page)
                .replaceAll(found -> images.find(UUID.fromString(found.group(1)))
                        .map(picture -> "src=\"data:" + picture.mime() + ";base64,"
                                + Base64.getEncoder().encodeToString(picture.bytes()) + "\"")
                        .orElse("src=\"\""));
    }

    /** Where people read the version's report. */
    public String address(PublishedView version) {
        return publicUrl + "/postmortems/" + version.postmortemId();
    }

    String page(PublishedView version, About about) {
        var zone = ZoneId.of(version.content().summary().zone());
        var published = DAY.format(version.publishedAt().atZone(zone)) + " (" + zone.getId() + ")";
        return new paper(version, about, published, new Drawing(version.diagram()), address(version)).render();
    }
}
