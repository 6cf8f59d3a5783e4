package dev.tocsin.postmortem;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The few rules of the house that a reader relies on. */
@AnalyzeClasses(packages = "dev.tocsin.postmortem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "..facts..", "..report..", "..review..", "..timeline..", "..lint..", "..cover..", "..compare.."
    };

    @ArchTest
    static final ArchRule pureRoomsKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "io.micrometer..");

    @ArchTest
    static final ArchRule pureRoomsKnowOnlyOneAnother = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..draft..", "..publishing..", "..intake..", "dev.tocsin.postmortem");

    @ArchTest
    static final ArchRule entitiesStayAtHome =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.ZonedDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule onlyTheClocksMakerAsksTheSystem =
            noClasses().that().haveNameNotMatching(".*DatabaseTime.*").should().callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayCallIt = methods()
            .that(DescribedPredicate.describe("are routes", ArchitectureTest::isRoute))
            .should(sayWhoMayCall());

    private static boolean isRoute(JavaMethod method) {
        // The routes of others, which we call.
        if (method.getOwner().isAnnotatedWith(RegisterRestClient.class)) return false;
        return method.getAnnotations().stream().anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("say who may call them, and only the signed webhook says everybody") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var open = method.isAnnotatedWith(PermitAll.class);
                var closed = method.isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                var webhook = method.getOwner().getSimpleName().equals("IntakeResource");
                for (var wrong : List.of(open && !webhook, !open && !closed)) {
                    if (wrong) events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            }
        };
    }
}
