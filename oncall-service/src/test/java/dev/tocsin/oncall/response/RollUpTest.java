package dev.tocsin.oncall.response;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.Crews.Crew;
import dev.tocsin.oncall.PostgresForTests;
import dev.tocsin.oncall.incident.Severity;
import dev.tocsin.oncall.response.Tally.Counted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happened and whenever it was packed: the figures are those of a plain query over all incidents. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RollUpTest {
    private static final Instant YEAR = Instant.parse("2021-01-01T00:00:00Z");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Pacific/Kiritimati"));

    private static final Asked ALL = new Asked(
            YEAR.minus(Duration.ofDays(400)),
            YEAR,
            YEAR.plus(Duration.ofDays(400)),
            ZoneId.of("UTC"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Inject
    Crews crews;

    @Inject
    Packs packs;

    @Inject
    FigureReader figures;

    @Inject
    PlainFigures plain;

    private final Random random = new Random(20261122);
    private final List<UUID> incidents = new ArrayList<>();
    private final List<Crew> owners = new ArrayList<>();

    @Test
    void rolledUpFiguresAreThoseOfThePlainQueryUnderRandomHistories() {
        for (int i = 0; i < 4; i++) owners.add(crews.crew());
        for (int round = 0; round < 12; round++) {
            for (int step = 0; step < 40; step++) happens();
            if (random.nextInt(3) > 0) packs.pack();
            if (round == 7) packs.rebuild();
            compare(ALL);
            for (int i = 0; i < 6; i++) compare(question());
        }
    }

    @Test
    void nothingIsLeftToReadBesideThePacksOnceAllIsPacked() {
        owners.add(crews.crew());
        for (int step = 0; step < 30; step++) happens();
        while (packs.pack()) {
            // until nothing is left
        }

        assertThat(crews.count("select count(*) from figure_change")).isZero();
        compare(ALL);
    }

    /** An incident is triggered, given to somebody, acknowledged, triggered again, resolved, or told to be less bad. */
    private void happens() {
        int what = random.nextInt(10);
        if (incidents.isEmpty() || what < 3) {
            trigger();
            return;
        }
        var id = incidents.get(random.nextInt(incidents.size()));
        var at = ((Timestamp) crews.ask("select triggered_at from incident where id = ?", id))
                .toInstant()
                .plusMillis(random.nextInt(20) == 0 ? -5_000 : (long) Math.exp(random.nextDouble(21)));
        var person = person();
        switch (what) {
            case 3, 4 -> paged(id, person, at);
            case 5, 6 -> acknowledged(id, person, at);
            case 7 ->
                crews.run(
                        "update incident set state = 'RESOLVED', held_since = null, resolved_at = ?::timestamptz,"
                                + " resolved_by = 'Ben', resolved_by_id = ?, resolved_kind = 'PERSON'"
                                + " where id = ? and state <> 'RESOLVED'",
                        at.toString(),
                        person.id(),
                        id);
            case 8 ->
                crews.run(
                        "update incident set state = 'RESOLVED', held_since = null, resolved_at = ?::timestamptz,"
                                + " resolved_by = 'its source', resolved_kind = ?"
                                + " where id = ? and state <> 'RESOLVED'",
                        at.toString(),
                        random.nextBoolean() ? "SOURCE" : "TIMEOUT",
                        id);
            default ->
                crews.run(
                        "update incident set severity = ? where id = ?",
                        severity().name(),
                        id);
        }
    }

    private void trigger() {
        var owner = owners.get(random.nextInt(owners.size()));
        var id = UUID.randomUUID();
        var at = YEAR.plusMillis(random.nextLong(Duration.ofDays(370).toMillis()));
        crews.run(
                "insert into incident (id, number, service_id, team_id, policy_id, title, severity, state, triggered_at,"
                        + " last_signal_at)"
                        + " select ?, nextval('incident_number'), s.id, s.team_id, s.policy_id, 'x', ?, 'TRIGGERED',"
                        + " ?::timestamptz, ?::timestamptz from service s where s.id = ?",
                id,
                severity().name(),
                at.toString(),
                at.toString(),
                owner.service());
        incidents.add(id);
    }

    private void paged(UUID id, Crews.Member person, Instant at) {
        if (random.nextBoolean()) {
            line(id, "PAGED", person, at);
            return;
        }
        crews.run(
                "insert into page (id, incident_id, person_id, person, kind, address, cycle, step, purpose, priority,"
                        + " state, created_at, due_at, stale_at) values (?, ?, ?, ?, 'SMS', ?, 1, 1, ?, 0, 'CANCELLED',"
                        + " ?::timestamptz, now(), now())",
                UUID.randomUUID(),
                id,
                person.id(),
                person.name(),
                person.phone(),
                UUID.randomUUID().toString(),
                at.toString());
    }

    /** The line and the incident change in one statement, as they do in one transaction. */
    private void acknowledged(UUID id, Crews.Member person, Instant at) {
        crews.run(
                "with line as (insert into timeline_entry (incident_id, seq, at, kind, body, person_id)"
                        + " select id, timeline_length + 1, ?::timestamptz, 'ACKNOWLEDGED', '', ? from incident"
                        + " where id = ? and state <> 'RESOLVED')"
                        + " update incident set state = 'ACKNOWLEDGED', held_since = ?::timestamptz,"
                        + " timeline_length = timeline_length + 1,"
                        + " first_acknowledged_at = coalesce(first_acknowledged_at, ?::timestamptz)"
                        + " where id = ? and state <> 'RESOLVED'",
                at.toString(),
                person.id(),
                id,
                at.toString(),
                at.toString(),
                id);
    }

    /** As in history brought in, where the incident is written in the same transaction. */
    private void line(UUID id, String kind, Crews.Member person, Instant at) {
        crews.run(
                "with line as (insert into timeline_entry (incident_id, seq, at, kind, body, person_id)"
                        + " select id, timeline_length + 1, ?::timestamptz, ?, '', ? from incident where id = ?),"
                        + " told as (update incident set timeline_length = timeline_length + 1 where id = ?)"
                        + " insert into figure_change (incident_id) values (?)",
                at.toString(),
                kind,
                person.id(),
                id,
                id,
                id);
    }

    private Crews.Member person() {
        var owner = owners.get(random.nextInt(owners.size()));
        return random.nextBoolean() ? owner.asha() : owner.ben();
    }

    private Severity severity() {
        return Severity.values()[random.nextInt(4)];
    }

    private Asked question() {
        var zone = ZONES.get(random.nextInt(ZONES.size()));
        var from = YEAR.plus(Duration.ofDays(random.nextInt(200)))
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant()
                .plus(random.nextInt(4) == 0 ? Duration.ofMillis(random.nextInt(86_400_000)) : Duration.ZERO);
        var to = from.plus(Duration.ofDays(1 + random.nextInt(200)));
        return new Asked(
                from.minus(Duration.between(from, to)),
                from,
                to,
                zone,
                maybe(owners.get(random.nextInt(owners.size())).team()),
                maybe(owners.get(random.nextInt(owners.size())).service()),
                maybe(person().id()),
                random.nextInt(4) == 0 ? Optional.of(severity()) : Optional.empty());
    }

    private Optional<UUID> maybe(UUID id) {
        return random.nextInt(4) == 0 ? Optional.of(id) : Optional.empty();
    }

    private void compare(Asked asked) {
        var starts = Bucket.MONTH.starts(asked.from(), asked.to(), asked.zone(), 400);
        var report = figures.report(asked, starts);
        same(report.total().figures(), asked, asked.from(), asked.to(), Map.of());
        same(report.previous().figures(), asked, asked.previousFrom(), asked.from(), Map.of());
        for (var span : report.spans()) same(span.figures(), asked, span.start(), span.end(), Map.of());
        var dimension = Dimension.values()[random.nextInt(4)];
        for (var group : figures.groups(asked, dimension).groups()) {
            same(group.figures(), asked, asked.from(), asked.to(), Map.of(dimension, group.key()));
            same(group.previous(), asked, asked.previousFrom(), asked.from(), Map.of(dimension, group.key()));
        }
    }

    private void same(Counted rolledUp, Asked asked, Instant from, Instant to, Map<Dimension, String> group) {
        assertThat(rolledUp)
                .as("%s from %s to %s, %s", asked, from, to, group)
                .isEqualTo(plain.figures(asked, from, to, group));
    }
}
