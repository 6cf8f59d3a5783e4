package dev.tocsin.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** The form that came with the request at hand, for code that sees every form: the guard and the error pages. */
public final class Posted {
    private Posted() {}

    /** One field as typed. */
    public record Field(String name, String text) {}

    static Optional<String> field(String name) {
        return fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Field::text)
                .findFirst();
    }

    /** Every field in its order; none when nothing was posted, or not as a form. */
    public static List<Field> fields() {
        var request = CurrentRequestManager.get();
        var form = request == null ? null : request.getFormData();
        if (form == null) return List.of();
        var fields = new ArrayList<Field>();
        for (var name : form)
            for (var value : form.get(name)) if (!value.isFileItem()) fields.add(new Field(name, value.getValue()));
        return fields;
    }
}
