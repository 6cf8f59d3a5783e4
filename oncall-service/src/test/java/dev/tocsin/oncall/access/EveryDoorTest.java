package dev.tocsin.oncall.access;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tocsin.oncall.Callers;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each door of the API against each who may not pass it, as its own declaration says. None is forgotten: they are read from the classes. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class EveryDoorTest {
    @Inject
    Callers callers;

    @Inject
    TestClock clock;

    @BeforeEach
    void aMondayMorning() {
        clock.set(TestClock.START);
    }

    private record Door(String method, String path, List<String> roles) {
        boolean isOpen() {
            return roles.isEmpty();
        }
    }

    @Test
    void whoIsNobodyPassesNoDoorThatAsksForARole() {
        for (var door : DOORS) {
            if (door.isOpen()) continue;
            assertThat(knock(Callers.nobody(), door)).as(door.toString()).isEqualTo(401);
            assertThat(knock(Callers.nobody().header("Authorization", "Bearer tcs_0123"), door))
                    .as(door.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void aRolePassesNoDoorOfAHigherOne() {
        var forAdmins = 0;
        for (var door : DOORS) {
            if (door.isOpen() || door.roles().contains("viewer")) continue;
            assertThat(knock(callers.chidi(), door)).as("viewer " + door).isEqualTo(403);
            if (door.roles().contains("responder")) continue;
            assertThat(knock(callers.ben(), door)).as("responder " + door).isEqualTo(403);
            forAdmins++;
        }
        assertThat(forAdmins).isGreaterThan(15);
    }

    @Test
    void whatIsOpenToEverybodyIsAShortList() {
        assertThat(DOORS.stream().filter(Door::isOpen).map(Door::path).distinct())
                .allMatch(
                        path -> path.matches(
                                "/(\\.well-known|v2|in|twilio|calendar)/.*"
                                        + "|/api/v1/(setup|sessions|sessions/current|token|announcements|links/.*|oidc/.*|welcome/.*|password-resets.*)"));
    }

    private static int knock(RequestSpecification request, Door door) {
        var spec = request.contentType("application/json");
        if (!door.method().equals("GET")) spec = spec.body("{}");
        return spec.request(door.method(), door.path()).statusCode();
    }

    /** Read once: it takes seconds. */
    private static final List<Door> DOORS = doors();

    private static List<Door> doors() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.tocsin.oncall").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                        .flatMap(EveryDoorTest::doors)
                        .toList();
    }

    private static Stream<Door> doors(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method ->
                        verb(method).stream().map(verb -> new Door(verb, path(type, method), roles(type, method))));
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(a -> a.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(a -> a.getRawType().getSimpleName())
                .findFirst();
    }

    private static String path(JavaClass type, JavaMethod method) {
        var own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        return ("/" + type.getAnnotationOfType(Path.class).value() + "/" + own)
                .replaceAll("\\{\\s*\\w+\\s*:\\s*([a-z-]+)[^}]*}", "$1")
                .replaceAll("\\{[^}]*}", new UUID(7, 7).toString())
                .replaceAll("/{2,}", "/")
                .replaceAll("(.)/$", "$1");
    }

    private static List<String> roles(JavaClass type, JavaMethod method) {
        if (has(method, PermitAll.class)) return List.of();
        if (has(method, RolesAllowed.class))
            return Arrays.asList(method.getAnnotationOfType(RolesAllowed.class).value());
        if (type.isAnnotatedWith(PermitAll.class)) return List.of();
        return Arrays.asList(type.getAnnotationOfType(RolesAllowed.class).value());
    }

    private static boolean has(JavaMethod method, Class<? extends Annotation> rule) {
        return method.isAnnotatedWith(rule);
    }
}
