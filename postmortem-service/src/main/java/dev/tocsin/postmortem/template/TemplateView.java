package dev.tocsin.postmortem.template;

import java.util.UUID;

import dev.tocsin.postmortem.report.Shape;

/** A template; {@code forNew} when new reports are given it by themselves. */
public record TemplateView(UUID id, int version, boolean forNew, Shape shape) {
    static TemplateView of(Template t) {
        return new TemplateView(t.id, t.version, t.forNew, t.shape);
    }
}
