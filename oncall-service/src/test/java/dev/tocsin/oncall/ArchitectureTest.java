package dev.tocsin.oncall;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.Authenticated;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** The few rules that hold the house together. */
@AnalyzeClasses(packages = "dev.tocsin.oncall", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** What computes in these rooms; the rest of them keeps rows and speaks HTTP. */
    private static final Set<String> PURE = Set.of(
            "dev.tocsin.oncall.schedule.WallTime",
            "dev.tocsin.oncall.schedule.Restriction",
            "dev.tocsin.oncall.schedule.Layer",
            "dev.tocsin.oncall.schedule.Rotation",
            "dev.tocsin.oncall.schedule.Plan",
            "dev.tocsin.oncall.schedule.Cover",
            "dev.tocsin.oncall.schedule.Duty",
            "dev.tocsin.oncall.schedule.Stint",
            "dev.tocsin.oncall.schedule.Temporary",
            "dev.tocsin.oncall.schedule.Handoffs",
            "dev.tocsin.oncall.schedule.Spell",
            "dev.tocsin.oncall.schedule.Comparison",
            "dev.tocsin.oncall.schedule.Shift",
            "dev.tocsin.oncall.schedule.Roster",
            "dev.tocsin.oncall.calendar.CalendarText",
            "dev.tocsin.oncall.calendar.ZoneText",
            "dev.tocsin.oncall.calendar.Folding",
            "dev.tocsin.oncall.coverage.Lookout",
            "dev.tocsin.oncall.coverage.Finding",
            "dev.tocsin.oncall.escalation.Target",
            "dev.tocsin.oncall.escalation.PolicyStep",
            "dev.tocsin.oncall.escalation.Responders",
            "dev.tocsin.oncall.escalation.Escalation",
            "dev.tocsin.oncall.incident.Turnout",
            "dev.tocsin.oncall.maintenance.Recurrence",
            "dev.tocsin.oncall.intake.EventsV2",
            "dev.tocsin.oncall.intake.Lenient",
            "dev.tocsin.oncall.paging.Gsm7",
            "dev.tocsin.oncall.paging.Cyrillic",
            "dev.tocsin.oncall.paging.PageText",
            "dev.tocsin.oncall.paging.SmsStatus",
            "dev.tocsin.oncall.paging.TwilioErrors",
            "dev.tocsin.oncall.reply.Command",
            "dev.tocsin.oncall.reply.TwilioSignature",
            "dev.tocsin.oncall.response.ResponseMath",
            "dev.tocsin.oncall.notice.WebhookSignature");

    @ArchTest
    static final ArchRule WHAT_COMPUTES_KNOWS_NO_FRAMEWORK = noClasses()
            .that(describe("compute", c -> PURE.contains(outermost(c).getName())))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..");

    @ArchTest
    static final ArchRule WHAT_COMPUTES_READS_NO_CLOCK = noClasses()
            .that(describe("compute", c -> PURE.contains(outermost(c).getName())))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule ENTITIES_STAY_AT_HOME =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_TIME_BEHIND_THE_CLOCKS_BACK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** The scheduler goes by the wall clock, and stands still for as long as somebody sets that back. */
    @ArchTest
    static final ArchRule WHAT_CANNOT_WAIT_AN_HOUR_MAKES_ROUNDS = methods()
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
    static final ArchRule ONLY_THE_CLOCK_READS_THE_SYSTEMS_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.tocsin.oncall.DatabaseClock")
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule WHAT_A_BEAN_NEEDS_COMES_BY_ITS_CONSTRUCTOR =
            noFields().should().beAnnotatedWith(Inject.class);

    /** Deny by default: a door without a rule fails the build, not the first visitor. */
    @ArchTest
    static final ArchRule EVERY_DOOR_SAYS_WHO_MAY_ENTER = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and(isDoor())
            .should(sayWhoMayEnter());

    private static DescribedPredicate<JavaMethod> isDoor() {
        return DescribedPredicate.describe(
                "are doors",
                method -> method.getAnnotations().stream()
                        .anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> sayWhoMayEnter() {
        Set<Class<? extends Annotation>> rules =
                Set.of(RolesAllowed.class, PermitAll.class, DenyAll.class, Authenticated.class);
        return new ArchCondition<>("say who may enter") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var said = rules.stream()
                        .anyMatch(rule -> method.isAnnotatedWith(rule)
                                || method.getOwner().isAnnotatedWith(rule));
                events.add(new SimpleConditionEvent(method, said, method.getFullName()));
            }
        };
    }

    private static DescribedPredicate<JavaClass> describe(String text, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(text, test);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
