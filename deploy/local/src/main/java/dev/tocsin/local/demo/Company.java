package dev.tocsin.local.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.NoSuchElementException;

/** The company of the demo as {@code demo/company.json} tells it. Whatever refers to something does so by its name. */
record Company(
        String name,
        ZoneId zone,
        List<Team> teams,
        List<Person> people,
        List<Schedule> schedules,
        Cover override,
        List<Policy> policies,
        List<Service> services) {

    /** Rotations began this long ago, before the first incident of the history. */
    private static final int WEEKS_OF_ROTATION = 14;

    record Team(String name, String description) {}

    record Person(String name, String email, String role, ZoneId zone, String phone, String team) {}

    record Schedule(String name, String team, ZoneId zone, List<Layer> layers) {}

    /** {@code handoff} is a weekday and a time of the schedule's zone: {@code MONDAY 09:00}. */
    record Layer(String name, String every, int length, String handoff, List<String> members) {

        /** The hand-off the rotation counts from, as the wall clock there showed it. */
        LocalDateTime firstHandoff(Instant now, ZoneId zone) {
            var parts = handoff.split(" ", 2);
            return now.atZone(zone)
                    .toLocalDate()
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.valueOf(parts[0])))
                    .minusWeeks(WEEKS_OF_ROTATION)
                    .atTime(LocalTime.parse(parts[1]));
        }
    }

    /** Somebody else takes a shift, {@code inDays} from today. */
    record Cover(String schedule, int inDays, LocalTime from, Duration lasts) {
        Instant start(Instant now, ZoneId zone) {
            return now.atZone(zone)
                    .toLocalDate()
                    .plusDays(inDays)
                    .atTime(from)
                    .atZone(zone)
                    .toInstant();
        }
    }

    record Policy(String name, String team, int repeats, List<Step> steps) {}

    /** {@code delay} is the wait before the next step. */
    record Step(Duration delay, List<Target> targets) {}

    /** {@code kind} is schedule, person or team. */
    record Target(String kind, String name) {}

    record Service(
            String name, String description, String team, String policy, String runbookUrl, Duration ackTimeout) {}

    static Company read() {
        return Json.file("company.json", Company.class);
    }

    Service service(String name) {
        return services.stream()
                .filter(s -> s.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no service " + name));
    }

    Policy policyOf(String service) {
        var wanted = service(service).policy;
        return policies.stream()
                .filter(p -> p.name.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no policy " + wanted));
    }

    Schedule schedule(String name) {
        return schedules.stream()
                .filter(s -> s.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no schedule " + name));
    }

    List<String> members(String team) {
        return people.stream()
                .filter(p -> p.team.equals(team))
                .map(Person::name)
                .toList();
    }
}
