package dev.tocsin.dashboard;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Every route of the dashboard as its classes declare it, for tests that must forget none. */
final class Routes {
    private Routes() {}

    /** @param path with ids, words and links in place of its parameters */
    record Route(String method, String path, boolean open) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> all() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.tocsin.dashboard");
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                .flatMap(Routes::of)
                .distinct()
                .toList();
    }

    private static Stream<Route> of(JavaClass type) {
        var base = type.getAnnotationOfType(Path.class).value();
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(GET.class) || method.isAnnotatedWith(POST.class))
                .map(method -> new Route(
                        method.isAnnotatedWith(GET.class) ? "GET" : "POST",
                        filled(base + "/" + path(method)),
                        method.isAnnotatedWith(PermitAll.class)
                                || type.isAnnotatedWith(PermitAll.class)
                                        && method.getAnnotations().stream()
                                                .noneMatch(a -> a.getRawType()
                                                        .getSimpleName()
                                                        .equals("RolesAllowed"))));
    }

    private static String path(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
    }

    /** A word of the choices a parameter has, else an id. */
    private static String filled(String template) {
        return template.replaceAll("\\{\\s*\\w+\\s*:\\s*([a-z-]+)[^}]*}", "$1")
                .replaceAll("\\{\\s*(\\w+)[^}]*}", FakeWorld.id(1).toString())
                .replaceAll("/{2,}", "/")
                .replaceAll("(.)/$", "$1");
    }
}
