package dev.tocsin.local.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The company in oncall-service: who people are, when they are on call, and which policy a service follows. */
final class Staff {
    private static final Pattern CODE = Pattern.compile("code is (\\d{6})");

    private final Api oncall;
    private final Api phones;
    private final Company company;
    private final Map<String, String> teams = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> schedules = new HashMap<>();
    private final Map<String, String> policies = new HashMap<>();
    private final Map<String, String> services = new HashMap<>();
    private final Map<String, String> routingKeys = new HashMap<>();

    private Staff(Api oncall, Api phones, Company company) {
        this.oncall = oncall;
        this.phones = phones;
        this.company = company;
    }

    static Staff hire(Api oncall, Api phones, Company company, Instant now) throws DemoException {
        var staff = new Staff(oncall, phones, company);
        staff.createAll("teams", company.teams(), Company.Team::name, team -> team, staff.teams);
        staff.createAll("people", company.people(), Company.Person::name, staff::person, staff.people);
        Crew.each(company.people(), staff::provesPhone);
        staff.createAll(
                "schedules",
                company.schedules(),
                Company.Schedule::name,
                schedule -> staff.schedule(schedule, now),
                staff.schedules);
        staff.createAll("policies", company.policies(), Company.Policy::name, staff::policy, staff.policies);
        staff.createAll("services", company.services(), Company.Service::name, staff::service, staff.services);
        staff.integrate();
        staff.cover(now);
        return staff;
    }

    String service(String name) {
        return services.get(name);
    }

    String person(String name) {
        return people.get(name);
    }

    /** Somebody of the company who is none of these. */
    Optional<String> somebodyBut(List<String> others) {
        return company.people().stream()
                .map(Company.Person::name)
                .filter(name -> !others.contains(name))
                .findFirst();
    }

    String teamOf(String service) {
        return teams.get(company.service(service).team());
    }

    /** The secret with which a check pages for the service. */
    String routingKey(String service) {
        return routingKeys.get(service);
    }

    /** For each schedule, who takes over when, as oncall-service computes it. */
    Map<String, NavigableMap<Instant, String>> shifts(Instant from, Instant to) throws DemoException {
        var all = new HashMap<String, NavigableMap<Instant, String>>();
        for (var schedule : schedules.entrySet()) {
            var path = "/api/v1/schedules/%s/shifts?from=%s&to=%s".formatted(schedule.getValue(), from, to);
            var shifts = new TreeMap<Instant, String>();
            for (var shift : oncall.get(path)) {
                if (shift.hasNonNull("name"))
                    shifts.put(
                            Instant.parse(shift.path("start").asText()),
                            shift.path("name").asText());
            }
            all.put(schedule.getKey(), shifts);
        }
        return all;
    }

    private interface Body<T> {
        Object of(T item);
    }

    private interface Name<T> {
        String of(T item);
    }

    private <T> void createAll(String kind, List<T> items, Name<T> name, Body<T> body, Map<String, String> ids)
            throws DemoException {
        var created = Crew.each(items, item -> oncall.post("/api/v1/" + kind, body.of(item)));
        for (int i = 0; i < items.size(); i++) ids.put(name.of(items.get(i)), id(created.get(i)));
    }

    private record NewPerson(String name, String email, String role, ZoneId zone, String phone, List<String> teamIds) {}

    private Object person(Company.Person person) {
        return new NewPerson(
                person.name(),
                person.email(),
                person.role(),
                person.zone(),
                person.phone(),
                List.of(teams.get(person.team())));
    }

    /** Types the code that arrives on the person's phone, as they would: a number is not paged before. */
    private JsonNode provesPhone(Company.Person person) throws DemoException {
        var methods = "/api/v1/people/" + people.get(person.name()) + "/contact-methods";
        var method = methods + "/" + oncall.get(methods).path(0).path("id").asText();
        oncall.post(method + "/verification", Map.of());
        return oncall.post(method + "/verification/confirm", Map.of("code", codeOn(person.phone())));
    }

    private String codeOn(String phone) throws DemoException {
        var texts = phones.get("/phones/" + URLEncoder.encode(phone, StandardCharsets.UTF_8) + "/messages");
        var code = CODE.matcher(texts.path(texts.size() - 1).path("body").asText());
        if (!code.find()) throw new DemoException("no code arrived on the phone " + phone);
        return code.group(1);
    }

    private record NewLayer(String name, String every, int length, LocalDateTime firstHandoff, List<String> members) {}

    private record NewSchedule(String name, String teamId, ZoneId zone, List<NewLayer> layers) {}

    private Object schedule(Company.Schedule schedule, Instant now) {
        var layers = schedule.layers().stream()
                .map(layer -> new NewLayer(
                        layer.name(),
                        layer.every(),
                        layer.length(),
                        layer.firstHandoff(now, schedule.zone()),
                        layer.members().stream().map(people::get).toList()))
                .toList();
        return new NewSchedule(schedule.name(), teams.get(schedule.team()), schedule.zone(), layers);
    }

    private record NewTarget(String kind, String id) {}

    private record NewStep(Duration delay, List<NewTarget> targets) {}

    private record NewPolicy(String name, String teamId, int repeats, List<NewStep> steps) {}

    private Object policy(Company.Policy policy) {
        var steps = policy.steps().stream()
                .map(step -> new NewStep(
                        step.delay(), step.targets().stream().map(this::target).toList()))
                .toList();
        return new NewPolicy(policy.name(), teams.get(policy.team()), policy.repeats(), steps);
    }

    private NewTarget target(Company.Target target) {
        var ids = switch (target.kind()) {
            case "schedule" -> schedules;
            case "person" -> people;
            case "team" -> teams;
            default -> throw new IllegalArgumentException("a step cannot reach a " + target.kind());
        };
        return new NewTarget(target.kind(), ids.get(target.name()));
    }

    private record NewService(
            String name, String description, String teamId, String policyId, String runbookUrl, Duration ackTimeout) {}

    private Object service(Company.Service service) {
        return new NewService(
                service.name(),
                service.description(),
                teams.get(service.team()),
                policies.get(service.policy()),
                service.runbookUrl(),
                service.ackTimeout());
    }

    private void integrate() throws DemoException {
        var names = List.copyOf(services.keySet());
        var body = Map.of("name", "Tocsin monitor", "kind", "events-v2");
        var keys = Crew.each(
                names,
                name -> oncall.post("/api/v1/services/" + services.get(name) + "/integrations", body)
                        .path("routingKey")
                        .asText());
        for (int i = 0; i < names.size(); i++) routingKeys.put(names.get(i), keys.get(i));
    }

    /** In the coming days somebody takes a shift for somebody else. */
    private void cover(Instant now) throws DemoException {
        var cover = company.override();
        var schedule = company.schedule(cover.schedule());
        var start = cover.start(now, schedule.zone());
        var end = start.plus(cover.lasts());
        var holder = new WhoWasOnCall(company, shifts(now, end)).holder(schedule.name(), start);
        var other = schedule.layers().getFirst().members().stream()
                .filter(name -> !holder.equals(Optional.of(name)))
                .findFirst()
                .orElseThrow();
        oncall.post(
                "/api/v1/schedules/" + schedules.get(schedule.name()) + "/overrides",
                Map.of("personId", people.get(other), "start", start, "end", end));
    }

    private static String id(JsonNode created) {
        return created.path("id").asText();
    }
}
