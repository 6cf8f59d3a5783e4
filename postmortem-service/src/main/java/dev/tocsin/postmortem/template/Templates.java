package dev.tocsin.postmortem.template;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.report.Shape;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Where the company's templates are kept. */
@ApplicationScoped
public class Templates implements PanacheRepositoryBase<Template, UUID> {
    public static final int MOST = 50;

    private final Clock clock;

    Templates(Clock clock) {
        this.clock = clock;
    }

    /** The shape that new reports are given; the standard one unless an administrator chose another. */
    @Transactional
    public Shape forNew() {
        return find("forNew", true)
                .firstResultOptional()
                .map(template -> template.shape)
                .orElse(Shape.STANDARD);
    }

    @Transactional
    public Optional<Shape> shape(UUID id) {
        return findByIdOptional(id).map(template -> template.shape);
    }

    @Transactional
    List<TemplateView> all() {
        return find("order by lower(name)").<Template>list().stream()
                .map(TemplateView::of)
                .toList();
    }

    @Transactional
    TemplateView view(UUID id) {
        return TemplateView.of(byId(id));
    }

    @Transactional
    TemplateView create(Shape asked, boolean forNew) {
        if (count() >= MOST) throw Problem.conflict("there are " + MOST + " templates: delete one first");
        var template = new Template(UUID.randomUUID());
        keep(template, asked, forNew);
        persist(template);
        return TemplateView.of(template);
    }

    @Transactional
    TemplateView change(UUID id, int seen, Shape asked, boolean forNew) {
        var template = byId(id);
        if (template.version != seen)
            throw Problem.conflict("it was changed meanwhile and is now version " + template.version);
        keep(template, asked, forNew);
        return TemplateView.of(template);
    }

    /** Reports that were given its shape keep it. */
    @Transactional
    void remove(UUID id) {
        delete(byId(id));
    }

    private void keep(Template template, Shape asked, boolean forNew) {
        var shape = new Shape(template.id, asked.name(), asked.guidance(), asked.aims(), withIds(asked.sections()));
        var faults = shape.faults().stream()
                .map(f -> new Problem.Fault(f.field(), f.reason()))
                .toList();
        if (!faults.isEmpty()) throw new Problem.Refusal(Status.BAD_REQUEST, "this cannot be a template", faults);
        if (count("lower(name) = lower(?1) and id <> ?2", shape.name(), template.id) > 0)
            throw Problem.conflict("there is a template of that name");
        if (forNew) update("forNew = false where forNew = true and id <> ?1", template.id);
        template.change(shape, forNew, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static List<Shape.Added> withIds(List<Shape.Added> sections) {
        return sections.stream()
                .map(s -> s.id() != null ? s : new Shape.Added(UUID.randomUUID(), s.title(), s.guidance(), s.aim()))
                .toList();
    }

    private Template byId(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFoundException("no template " + id));
    }
}
