package dev.tocsin.monitor.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.database.Database;

/** What was applied, and what each replica has in its file. */
@ApplicationScoped
class Contents {
    private static final Duration ALIVE = Duration.ofSeconds(30);

    private final Database database;
    private final ObjectMapper json;

    Contents(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What was applied when, and what it did. */
    record Applied(String hash, Instant at, int created, int changed, int ended, int unchanged) {}

    /** What a replica has. @param hash empty while its file is bad */
    record Held(UUID replica, String source, Optional<String> hash, Instant readAt, List<FileFault> problems) {}

    /** One replica at a time from here to the end of the transaction. */
    void lock() {
        database.list("select pg_advisory_xact_lock(hashtext('checks as code'))", _ -> true);
    }

    Optional<Applied> last() {
        return database.first(
                "select * from code_content order by applied_at desc limit 1",
                row -> new Applied(
                        row.text("hash"),
                        row.instant("applied_at"),
                        row.integer("created"),
                        row.integer("changed"),
                        row.integer("ended"),
                        row.integer("unchanged")));
    }

    boolean known(String hash) {
        return database.first("select hash from code_content where hash = ?", row -> row.text("hash"), hash)
                .isPresent();
    }

    boolean heldByAnother(String hash, UUID me) {
        return database.first(
                        "select replica from code_replica where hash = ? and replica <> ? and alive_until > now()",
                        row -> row.uuid("replica"),
                        hash,
                        me)
                .isPresent();
    }

    void applied(Applied applied) {
        database.update(
                """
                insert into code_content (hash, applied_at, created, changed, ended, unchanged) values (?, ?, ?, ?, ?, ?)
                on conflict (hash) do update set applied_at = excluded.applied_at, created = excluded.created,
                    changed = excluded.changed, ended = excluded.ended, unchanged = excluded.unchanged
                """, applied.hash, applied.at, applied.created, applied.changed, applied.ended, applied.unchanged);
    }

    void hold(Held held) {
        database.update("delete from code_replica where alive_until < now()");
        database.update(
                """
                insert into code_replica (replica, alive_until, source, hash, read_at, problems)
                values (?, now() + make_interval(secs => ?), ?, ?, ?, ?::jsonb)
                on conflict (replica) do update set alive_until = excluded.alive_until, source = excluded.source,
                    hash = excluded.hash, read_at = excluded.read_at, problems = excluded.problems
                """,
                held.replica,
                (double) ALIVE.toSeconds(),
                held.source,
                held.hash,
                held.readAt,
                text(held.problems));
    }

    List<Held> living() {
        return database.list(
                "select *, problems::text as said from code_replica where alive_until > now() order by replica",
                row -> new Held(
                        row.uuid("replica"),
                        row.text("source"),
                        row.maybeText("hash"),
                        row.instant("read_at"),
                        faults(row.text("said"))));
    }

    private String text(List<FileFault> problems) {
        try {
            return json.writeValueAsString(problems);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("faults that cannot be written", e);
        }
    }

    private List<FileFault> faults(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored faults that cannot be read", e);
        }
    }
}
