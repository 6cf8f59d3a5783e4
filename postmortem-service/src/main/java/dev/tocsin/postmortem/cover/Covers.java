package dev.tocsin.postmortem.cover;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.facts.Impact;
import dev.tocsin.postmortem.report.Content;
import dev.tocsin.postmortem.timeline.Times;

/**
 * Draws a report's cover: a strip of 900 by 150 units. Like the diagram it holds no style, no script and no id; each
 * colour has a class starting with {@code cv-} by which a style sheet may change it.
 */
public final class Covers {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 150;
    private static final int MOST_RINGS = 24;
    private static final int COLUMNS = 60;
    private static final int ROWS = 6;
    private static final int STARS = 40;

    private final Facts facts;
    private final ZoneId zone;
    private final Duration total;
    private final Duration unseen;
    private final Instant began;
    private final Sketch sketch = new Sketch();

    private Covers(Content content, Facts facts, Impact impact) {
        this.facts = facts;
        this.zone = ZoneId.of(content.summary().zone());
        this.total = Optional.ofNullable(impact.total().value())
                .or(() -> Optional.ofNullable(facts.duration().value()))
                .orElse(Duration.ofMinutes(1));
        this.unseen = Optional.ofNullable(impact.undetected().value()).orElse(Duration.ZERO);
        this.began = content.summary().impactStart().orElse(facts.triggeredAt().value());
    }

    /** The drawing as an {@code <svg>} element; empty for a report that has no cover. */
    public static String of(Content content, Facts facts, Impact impact) {
        var covers = new Covers(content, facts, impact);
        var drawn = switch (content.cover()) {
            case PLAIN -> false;
            case RINGS -> covers.rings();
            case PULSE -> covers.pulse();
            case TILES -> covers.tiles();
            case SKY -> covers.sky();
            case NUMBER -> covers.number();
        };
        return drawn ? covers.sketch.picture(WIDTH, HEIGHT) : "";
    }

    /** One ring for each page that went out, the nearer the earlier. */
    private boolean rings() {
        var pages = Math.clamp(facts.paging().size(), 1, MOST_RINGS);
        sketch.rect(0, 0, WIDTH, HEIGHT, "cv-paper", "fill='#f3efe4'");
        var step = Math.min(60.0, 820.0 / pages);
        for (var ring = pages; ring >= 1; ring--) {
            var escalation = ring <= facts.paging().size()
                    && facts.paging().get(ring - 1).escalation();
            var dash = escalation ? " stroke-dasharray='7 6'" : "";
            sketch.circle(90, 75, 26 + ring * step, "cv-ring", "fill='none' stroke='#b7791f' stroke-width='3'" + dash);
        }
        sketch.path(
                "M62 98 h56 c-10 -8 -10 -18 -10 -30 a18 18 0 0 0 -36 0 c0 12 0 22 -10 30 z M82 104 a8 8 0 0 0 16 0 z",
                "cv-bell",
                "fill='#b7791f'");
        return true;
    }

    /** A heartbeat: steady before, flat while nobody knew, racing while somebody did, steady again. */
    private boolean pulse() {
        sketch.rect(0, 0, WIDTH, HEIGHT, "cv-dark", "fill='#14181f'");
        var from = 0.2 * WIDTH;
        var known = from + 0.6 * WIDTH * share(unseen);
        var until = 0.8 * WIDTH;
        var line = new StringBuilder("M0 75");
        beats(line, 0, from, 60, 38);
        line.append(" L%s 75".formatted(Sketch.number(known)));
        beats(line, known, until, 22, 60);
        beats(line, until, WIDTH, 60, 38);
        sketch.rect(from, 0, known - from, HEIGHT, "cv-unseen", "fill='#c2410c' fill-opacity='0.35'");
        sketch.path(
                line.toString(), "cv-pulse", "fill='none' stroke='#7dd3a0' stroke-width='3' stroke-linejoin='round'");
        return true;
    }

    private static void beats(StringBuilder line, double from, double to, double width, double height) {
        var x = from;
        for (; x + width <= to; x += width) {
            line.append(" L%s 75 L%s %s L%s %s L%s 75"
                    .formatted(
                            Sketch.number(x + width * 0.35),
                            Sketch.number(x + width * 0.5),
                            Sketch.number(75 - height),
                            Sketch.number(x + width * 0.65),
                            Sketch.number(75 + height * 0.6),
                            Sketch.number(x + width * 0.8)));
        }
        line.append(" L%s 75".formatted(Sketch.number(to)));
    }

    /** One tile a minute, or as many minutes a tile as the wall needs: unseen, known, and the calm after. */
    private boolean tiles() {
        sketch.rect(0, 0, WIDTH, HEIGHT, "cv-paper", "fill='#f6f7f9'");
        var all = COLUMNS * ROWS;
        var minutes = Math.max(1, total.toMinutes());
        var each = Math.max(1, Math.ceilDiv(minutes, all));
        var hurt = Math.max(1, Math.ceilDiv(minutes, each));
        var blind = Math.min(hurt, Math.ceilDiv(unseen.toMinutes(), each));
        for (var tile = 0; tile < all; tile++) {
            var look = tile < blind ? "cv-unseen" : tile < hurt ? "cv-impact" : "cv-calm";
            var fill = tile < blind ? "#7c2d12" : tile < hurt ? "#ea580c" : "#cfe8d6";
            sketch.rect(tile / ROWS * 15.0 + 1, tile % ROWS * 25.0 + 1, 13, 23, look, "rx='2' fill='" + fill + "'");
        }
        return true;
    }

    /** The sky over the zone of the report at the hour it began. */
    private boolean sky() {
        var hour = began.atZone(zone).getHour() + began.atZone(zone).getMinute() / 60.0;
        var night = hour < 5 || hour >= 21;
        var edge = !night && (hour < 8 || hour >= 18);
        sketch.rect(0, 0, WIDTH, HEIGHT, "cv-sky", "fill='" + (night ? "#101a33" : edge ? "#e7a977" : "#9cc9ee") + "'");
        if (night) {
            for (var star = 0; star < STARS; star++)
                sketch.circle(
                        (star * 197 + 31) % WIDTH,
                        (star * 61 + 17) % 100,
                        star % 7 == 0 ? 1.8 : 1,
                        "cv-star",
                        "fill='#f8f4dc'");
        }
        var day = night ? ((hour + 3) % 24) / 8 : (hour - 5) / 16;
        var x = 60 + day * (WIDTH - 120);
        var y = 105 - 80 * Math.sin(Math.PI * Math.clamp(day, 0, 1));
        sketch.circle(x, y, 24, "cv-light", "fill='" + (night ? "#f8f4dc" : "#fff3b8") + "'");
        if (night) sketch.circle(x + 10, y - 6, 21, "cv-sky", "fill='#101a33'");
        sketch.path(
                "M0 150 V118 C120 92 210 132 330 114 S560 96 680 122 S840 108 900 116 V150 Z",
                "cv-hill",
                "fill='" + (night ? "#0a1020" : edge ? "#8a4b32" : "#4c8a5f") + "'");
        return true;
    }

    /** How long it hurt, as large as it felt. */
    private boolean number() {
        sketch.rect(0, 0, WIDTH, HEIGHT, "cv-paper", "fill='#fdf1e7'");
        sketch.rect(0, 138, WIDTH * share(unseen), 12, "cv-unseen", "fill='#7c2d12'");
        sketch.rect(WIDTH * share(unseen), 138, WIDTH * (1 - share(unseen)), 12, "cv-impact", "fill='#ea580c'");
        sketch.text(450, 105, Times.span(total), "cv-number", "font-size='96' font-weight='bold' fill='#7c2d12'");
        return true;
    }

    private double share(Duration part) {
        return total.isZero() ? 0 : Math.clamp(part.toMillis() / (double) total.toMillis(), 0, 1);
    }
}
