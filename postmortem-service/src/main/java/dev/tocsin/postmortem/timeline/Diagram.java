package dev.tocsin.postmortem.timeline;

import dev.tocsin.postmortem.facts.Facts;
import dev.tocsin.postmortem.report.Content;

/**
 * The picture of an incident, drawn from its facts: {@code wide} runs left to right for a desk (900 units), {@code
 * narrow} runs downwards for a phone (360 units). Both are whole {@code <svg>} elements that may be set into a page
 * under a strict content security policy: no style, no script, no id; every colour has a class starting with {@code
 * tl-} by which a style sheet overrides it.
 */
public record Diagram(String wide, String narrow) {
    public static Diagram of(Facts facts, Content content) {
        var scene = Scene.of(facts, content);
        return new Diagram(new WideDrawing(scene).svg(), new NarrowDrawing(scene).svg());
    }
}
