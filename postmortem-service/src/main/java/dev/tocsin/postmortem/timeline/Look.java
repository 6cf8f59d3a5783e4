package dev.tocsin.postmortem.timeline;

/**
 * How a part of the drawing looks: a class for the page's style sheet to take over, and attributes that make it legible
 * by itself, on light and on dark, where no style sheet reaches it (a mail, a saved file).
 */
enum Look {
    GRID("tl-grid", "stroke='currentColor' stroke-opacity='0.12'"),
    TICK("tl-tick", "font-size='11' fill='currentColor' fill-opacity='0.75'"),
    ZONE("tl-zone", "fill='currentColor' fill-opacity='0.75'"),
    NAME("tl-name", "fill='currentColor'"),
    INITIALS("tl-name", "fill='currentColor' font-size='10'"),
    LABEL("tl-label", "fill='currentColor'"),
    BIG_LABEL("tl-label", "fill='currentColor' font-size='13'"),
    STRONG_LABEL("tl-label", "fill='currentColor' font-weight='600'"),
    LEADER("tl-leader", "stroke='currentColor' stroke-opacity='0.35'"),
    IMPACT("tl-impact", "rx='3' fill='#c2410c'"),
    ON_IMPACT("tl-on-impact", "fill='#ffffff'"),
    UNDETECTED("tl-undetected", "rx='3' fill='#fde3d3' stroke='#c2410c'"),
    ON_UNDETECTED("tl-on-undetected", "fill='#7c2d12' font-weight='600'"),
    HATCH("tl-hatch", "fill='none' stroke='#c2410c' stroke-opacity='0.4'"),
    LANE("tl-lane-line", "stroke='currentColor' stroke-opacity='0.2'"),
    PAGE("tl-page", "fill='#5f6ee0'"),
    ESCALATION("tl-escalation", "fill='none' stroke='#5f6ee0' stroke-width='1.5' stroke-dasharray='2 2'"),
    ACK("tl-ack", "fill='#2f9e44'"),
    ACK_TICK("tl-ack-tick", "fill='none' stroke='#ffffff' stroke-width='1.6'"),
    STORY("tl-story", "stroke='currentColor' stroke-width='2' stroke-opacity='0.55'"),
    BREAK("tl-break", "fill='none' stroke='currentColor' stroke-width='1.5'"),
    RESOLVED_LINE("tl-resolved-line", "stroke='#2f9e44' stroke-width='1.5'"),
    DEAD_END("tl-dead-end", "fill='none' stroke='#b7791f' stroke-width='1.6' stroke-dasharray='4 3'"),
    CROSS("tl-dead-end-cross", "fill='none' stroke='#b7791f' stroke-width='2'"),
    LATENCY(
            "tl-latency",
            "fill='none' stroke='#5f6ee0' stroke-width='1.6' stroke-linejoin='round' stroke-linecap='round'"),
    FAILED("tl-failed", "fill='#c2410c'"),
    FAILED_BAND("tl-failed-band", "fill='#c2410c' fill-opacity='0.12'"),
    DOT("tl-dot", "fill='currentColor'"),
    BAD_DOT("tl-dot", "fill='#c2410c'"),
    GOOD_DOT("tl-dot", "fill='#2f9e44'"),
    LOST_DOT("tl-dot", "fill='#b7791f'");

    final String attributes;

    Look(String cssClass, String fixed) {
        this.attributes = " class='" + cssClass + "' " + fixed;
    }
}
