package dev.tocsin.monitor.code;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.tocsin.monitor.Rounds;
import dev.tocsin.monitor.check.CodeConfig;
import dev.tocsin.monitor.code.CheckFiles.Reading;
import dev.tocsin.monitor.code.CheckFiles.Text;
import dev.tocsin.monitor.database.DatabaseFailure;
import dev.tocsin.monitor.secret.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/**
 * Looks at the file every few seconds. Good and new: it is applied. Bad: what was applied last goes on as it is, and what is
 * wrong is said on the page, in the health and in the log.
 */
@ApplicationScoped
class Watcher {
    private final Optional<Path> source;
    private final SecretSources secrets;
    private final CheckFiles files;
    private final Applier applier;
    private final Contents contents;
    private final Vault vault;
    private final Clock clock;
    private final UUID replica = UUID.randomUUID();
    private volatile State state = new State(Optional.empty(), List.of());

    Watcher(
            CodeConfig config,
            CheckFiles files,
            Applier applier,
            Contents contents,
            Vault vault,
            Clock clock,
            MeterRegistry meters) {
        this.source = config.source();
        this.secrets = new SecretSources(System.getenv(), config.secrets());
        this.files = files;
        this.applier = applier;
        this.contents = contents;
        this.vault = vault;
        this.clock = clock;
        meters.gauge("tocsin.checks.file.faults", this, watcher -> watcher.state.faults.size());
    }

    /** What this replica has. @param hash of what was understood last, empty while it is bad */
    private record State(Optional<String> hash, List<FileFault> faults) {}

    /** What is wrong with this replica's file at present. */
    List<FileFault> faults() {
        return state.faults;
    }

    boolean configured() {
        return source.isPresent();
    }

    void start(@Observes StartupEvent event, Rounds rounds, CodeConfig config) {
        rounds.every(config.every(), this::look);
    }

    void look() {
        if (source.isEmpty()) return;
        try {
            var next = look(source.get());
            if (!next.faults.equals(state.faults)) tell(next.faults);
            state = next;
            contents.hold(new Contents.Held(replica, source.get().toString(), next.hash, clock.instant(), next.faults));
        } catch (DatabaseFailure e) {
            Log.warnf("checks as code wait for the database: %s", e.getMessage());
        }
    }

    private State look(Path path) {
        try {
            var texts = SourceFiles.read(path);
            var reading = files.read(texts, Optional.of(secrets));
            if (!reading.faults().isEmpty()) return new State(Optional.empty(), reading.faults());
            var hash = fingerprint(texts, reading);
            if (state.hash.equals(Optional.of(hash)) && state.faults.isEmpty() && rules(hash)) return state;
            var outcome = applier.apply(reading, hash, replica);
            if (!outcome.faults().isEmpty()) return new State(Optional.empty(), outcome.faults());
            if (outcome.standing() == Standing.OLDER && !state.hash.equals(Optional.of(hash)))
                Log.warnf("checks as code: the file %s is older than what another replica has, and waits", path);
            return new State(Optional.of(hash), List.of());
        } catch (SourceFiles.Unreadable e) {
            return new State(Optional.empty(), List.of(e.fault()));
        }
    }

    private boolean rules(String hash) {
        return contents.last().map(applied -> applied.hash().equals(hash)).orElse(false);
    }

    /** Of everything that could make a check different: the texts, and what they refer to. */
    private String fingerprint(List<Text> texts, Reading reading) {
        return vault.fingerprint(
                texts.stream().map(text -> text.file() + "\0" + text.content()).collect(Collectors.joining("\0"))
                        + "\0"
                        + reading.entries().stream()
                                .map(entry -> entry.request().toString())
                                .collect(Collectors.joining("\0")));
    }

    private static void tell(List<FileFault> faults) {
        if (faults.isEmpty()) Log.info("checks as code: the file is good again");
        for (var fault : faults.stream().limit(20).toList())
            Log.warnf(
                    "checks as code: not applied, file=%s line=%d column=%d %s %s",
                    fault.file(), fault.line(), fault.column(), fault.field(), fault.reason());
    }
}
