package dev.tocsin.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** The few structural rules that matter; breaking one fails the build. */
@AnalyzeClasses(packages = "dev.tocsin.dashboard", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {
    private static final List<Class<? extends java.lang.annotation.Annotation>> RULES =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class, Authenticated.class);

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayUseIt = methods()
            .that(areRoutes())
            .should(new ArchCondition<>("carry a rule, or their class does") {
                @Override
                public void check(JavaMethod route, ConditionEvents events) {
                    var ruled = RULES.stream()
                            .anyMatch(rule -> route.isAnnotatedWith(rule)
                                    || route.getOwner().isAnnotatedWith(rule));
                    events.add(new SimpleConditionEvent(route, ruled, route.getFullName() + " has no rule"));
                }
            });

    @ArchTest
    static final ArchRule whatIsOpenToEveryoneIsAShortList = classes()
            .that()
            .areAnnotatedWith(PermitAll.class)
            .should()
            .haveNameMatching(
                    ".*\\.(LoginPages|AgainPages|ProviderPages|InvitationPages|ForgottenPages|LinkPages|CalendarFiles|CataloguePages)");

    @ArchTest
    static final ArchRule pagesRunOnVirtualThreads = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotAnnotatedWith(RegisterRestClient.class)
            .should()
            .beAnnotatedWith(RunOnVirtualThread.class);

    @ArchTest
    static final ArchRule chartsArePure = noClasses()
            .that()
            .resideInAPackage("..chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus.vertx..", "io.vertx..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveSimpleName("ClockProducer")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static DescribedPredicate<JavaMethod> areRoutes() {
        return DescribedPredicate.describe(
                "are routes",
                method -> !method.getOwner().isInterface()
                        && List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class).stream()
                                .anyMatch(method::isAnnotatedWith));
    }
}
