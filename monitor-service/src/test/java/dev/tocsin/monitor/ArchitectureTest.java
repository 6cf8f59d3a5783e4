package dev.tocsin.monitor;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.scheduler.Scheduled;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The few walls that later work must not tear down by accident. */
@AnalyzeClasses(packages = "dev.tocsin.monitor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FRAMEWORKS = {
        "jakarta..", "io.quarkus..", "org.hibernate..", "io.smallrye..", "com.fasterxml..", "java.sql..", "javax.sql.."
    };

    @ArchTest
    static final ArchRule decidingAndMeasuringKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(
                    "..monitor.verdict..",
                    "..monitor.condition..",
                    "..monitor.egress..",
                    "..monitor.tls..",
                    "..monitor.dns..",
                    "..monitor.timing..",
                    "..monitor.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule pureRulesElsewhereKnowNoFramework = noClasses()
            .that()
            .haveFullyQualifiedName("dev.tocsin.monitor.schedule.Beat")
            .or()
            .haveFullyQualifiedName("dev.tocsin.monitor.schedule.Agenda")
            .or()
            .haveFullyQualifiedName("dev.tocsin.monitor.history.Uptime")
            .or()
            .haveFullyQualifiedName("dev.tocsin.monitor.probe.HttpProber")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule entitiesStayAtHome =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule roomsDependInOneDirection =
            slices().matching("dev.tocsin.monitor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromTheClockThatWasGiven = noClasses()
            .should()
            .callMethodWhere(describe(
                    "a static now()",
                    (JavaCall<?> call) -> call.getName().equals("now")
                            && call.getTargetOwner().getPackageName().startsWith("java.time")))
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** The scheduler goes by the wall clock, and stands still for as long as somebody sets that back. */
    @ArchTest
    static final ArchRule whatCannotWaitAnHourMakesRounds = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "@Scheduled(every hours, or as configured)",
                    annotation -> annotation
                            .get("every")
                            .map(Object::toString)
                            .filter(every -> every.endsWith("h") || every.startsWith("{"))
                            .isPresent()));

    @ArchTest
    static final ArchRule onlyOnePlaceMakesTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.tocsin.monitor.Clocks")
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .or()
            .areAnnotatedWith(PUT.class)
            .or()
            .areAnnotatedWith(PATCH.class)
            .or()
            .areAnnotatedWith(DELETE.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);
}
