package dev.tocsin.local.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompanyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:43:54Z");
    private final Company company = Company.read();

    @Test
    void hasThreeTeamsNinePeopleAndSixServices() {
        assertThat(company.teams()).hasSize(3);
        assertThat(company.people()).hasSize(9);
        assertThat(company.services()).hasSize(6);
        assertThat(company.teams())
                .allSatisfy(team -> assertThat(company.members(team.name())).hasSize(3));
    }

    @Test
    void phonesAreOfTheRangeKeptForFiction() {
        assertThat(company.people())
                .extracting(Company.Person::phone)
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.matches("\\+120155501\\d\\d"));
    }

    @Test
    void nobodyIsMentionedWhoDoesNotExist() {
        var people = company.people().stream().map(Company.Person::name).toList();
        var teams = company.teams().stream().map(Company.Team::name).toList();
        assertThat(company.people()).allMatch(person -> teams.contains(person.team()));
        assertThat(company.schedules()).allSatisfy(schedule -> {
            assertThat(teams).contains(schedule.team());
            assertThat(schedule.layers()).allSatisfy(layer -> assertThat(people).containsAll(layer.members()));
        });
        assertThat(company.services()).allSatisfy(service -> {
            assertThat(teams).contains(service.team());
            assertThat(company.policyOf(service.name()).team()).isEqualTo(service.team());
        });
        assertThat(company.schedule(company.override().schedule()).layers()).hasSize(1);
    }

    @Test
    void everyServiceHasTroublesAndChecks() {
        var services = company.services().stream().map(Company.Service::name).toList();
        assertThat(Trouble.readAll())
                .extracting(Trouble::service)
                .isSubsetOf(services)
                .containsAll(services);
        assertThat(Check.readAll())
                .extracting(Check::service)
                .isSubsetOf(services)
                .containsAll(services);
        assertThat(Report.readAll())
                .allMatch(report -> services.contains(report.incident().service()));
    }

    @Test
    void aDozenChecksLookOnlyAtThisMachineAndOneIsPaused() {
        var here = URI.create("http://localhost:8080");
        var urls = new Demo.Urls(here, here, here, here, here);
        assertThat(Check.readAll()).hasSize(12).allSatisfy(check -> {
            assertThat(check.base(urls)).isEqualTo(here);
            assertThat(check.timeout()).isLessThanOrEqualTo(check.interval());
            assertThat(check.failureThreshold())
                    .as("one slow answer pages nobody")
                    .isGreaterThan(1);
        });
        assertThat(Check.readAll().stream().filter(Check::paused)).hasSize(1);
    }

    @Test
    void rotationsBeganBeforeTheHistory() {
        for (var schedule : company.schedules())
            for (var layer : schedule.layers()) {
                var first = layer.firstHandoff(NOW, schedule.zone());
                assertThat(first.getDayOfWeek().name() + " " + first.toLocalTime())
                        .isEqualTo(layer.handoff());
                assertThat(first.atZone(schedule.zone()).toInstant())
                        .isBefore(NOW.minus(Duration.ofDays(History.DAYS + 2)))
                        .isAfter(NOW.minus(Duration.ofDays(120)));
            }
    }

    @Test
    void theOverrideIsInTheComingWeek() {
        var start = company.override().start(NOW, ZoneId.of("Europe/London"));
        assertThat(start).isEqualTo("2026-11-25T18:00:00Z");
        assertThat(start.plus(company.override().lasts())).isBefore(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void aPolicyReachesWhoeverHadTheShiftWhenTheStepCame() {
        var handoff = Instant.parse("2026-11-23T09:00:00Z");
        var shifts = new TreeMap<>(Map.of(handoff.minus(Duration.ofDays(7)), "Asha Raman", handoff, "Ben Okafor"));
        var backup = new TreeMap<>(Map.of(handoff.minus(Duration.ofDays(7)), "Zoë Lindqvist", handoff, "Asha Raman"));
        var rota = new WhoWasOnCall(company, Map.of("Storefront on call", shifts, "Storefront backup", backup));

        var steps = rota.from("checkout", handoff.minus(Duration.ofMinutes(2)));

        assertThat(steps)
                .extracting(Escalation.Step::after)
                .containsExactly(Duration.ZERO, Duration.ofMinutes(5), Duration.ofMinutes(15));
        assertThat(steps.get(0).people()).containsExactly("Asha Raman");
        assertThat(steps.get(1).people()).as("the backup of the new week").containsExactly("Asha Raman");
        assertThat(steps.get(2).people()).containsExactly("Asha Raman", "Ben Okafor", "Zoë Lindqvist");
    }
}
