package dev.tocsin.dashboard.checks;

import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.dashboard.checks.ChecksClient.Alert;
import dev.tocsin.dashboard.checks.ChecksClient.Check;
import dev.tocsin.dashboard.checks.KeysClient.Integration;
import dev.tocsin.dashboard.checks.KeysClient.Key;
import dev.tocsin.dashboard.checks.KeysClient.NewIntegration;
import dev.tocsin.dashboard.checks.KeysClient.Service;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.Items;
import io.quarkus.logging.Log;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/**
 * Saves checks where two services must agree: a check that pages needs a key of the service it pages for. The key is made
 * first, so that no check is ever without one; a key whose check was refused is taken back.
 */
@ApplicationScoped
class CheckDesk {
    /** So long after a recovery its event has been delivered, or oncall-service is away and keys are not the trouble. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final ChecksClient checks;
    private final KeysClient keys;
    private final Clock clock;

    CheckDesk(@RestClient ChecksClient checks, @RestClient KeysClient keys, Clock clock) {
        this.checks = checks;
        this.keys = keys;
        this.clock = clock;
    }

    List<Service> services(String bearer) {
        return ONCALL.call(() -> Items.all(cursor -> keys.services(bearer, Items.MOST, cursor)));
    }

    /** The team whose service this is, for the check's own team. */
    Optional<UUID> teamOf(String bearer, Optional<UUID> service) {
        return service.flatMap(id -> services(bearer).stream()
                .filter(candidate -> candidate.id().equals(id))
                .map(found -> found.team().id())
                .findFirst());
    }

    Check create(String bearer, CheckForm form) {
        return saved(
                bearer,
                form.service(),
                form.name(),
                (team, alert) -> checks.create(bearer, form.described(team).alerting(alert)));
    }

    /**
     * Saves what pages a service, with a new key of it.
     *
     * @param send given the team and whom to tell, both null when nobody is paged
     */
    <T> T saved(String bearer, Optional<UUID> service, String name, BiFunction<UUID, Alert, T> send) {
        var team = teamOf(bearer, service).orElse(null);
        var key = service.map(to -> makeKey(bearer, to, name));
        try {
            return MONITOR.call(() -> send.apply(team, alert(key)));
        } catch (CallFailed failure) {
            takeBack(bearer, service, key, failure);
            throw failure;
        }
    }

    Check change(String bearer, UUID id, CheckForm form) {
        var before = MONITOR.call(() -> checks.check(bearer, id));
        var service = form.service();
        var described = form.described(teamOf(bearer, service).orElse(null));
        if (service.isEmpty()) return MONITOR.call(() -> checks.change(bearer, id, described));
        if (before.hasAlert() && service.get().equals(before.serviceId()))
            return MONITOR.call(() -> checks.change(bearer, id, described.alerting(new Alert(null))));
        var key = service.map(to -> makeKey(bearer, to, form.name()));
        try {
            return MONITOR.call(() -> checks.change(bearer, id, described.alerting(alert(key))));
        } catch (CallFailed failure) {
            takeBack(bearer, service, key, failure);
            throw failure;
        }
    }

    /**
     * Deletes a check, and its key with it when nothing can be on its way any more: the event that resolves what the
     * check raised needs the key.
     *
     * @return whether its key is still there
     */
    boolean delete(String bearer, UUID id) {
        var check = MONITOR.call(() -> checks.check(bearer, id));
        MONITOR.run(() -> checks.delete(bearer, id));
        if (!check.hasAlert() || check.serviceId() == null) return false;
        var settled =
                check.state().equals("up") && check.stateSince().plus(SETTLED).isBefore(clock.instant());
        return !settled || !revoked(bearer, check.serviceId(), keyName(check.name()));
    }

    private boolean revoked(String bearer, UUID service, String name) {
        var known = ONCALL.ask(() -> keys.integrations(bearer, service).items()).or(List.of());
        var ours = known.stream().filter(key -> key.name().equals(name)).toList();
        if (ours.size() != 1) return false;
        Integration key = ours.getFirst();
        return !ONCALL.ask(() -> {
                    keys.revoke(bearer, service, key.id());
                    return true;
                })
                .down();
    }

    private Key makeKey(String bearer, UUID service, String check) {
        return ONCALL.call(() -> keys.createKey(bearer, service, new NewIntegration(keyName(check), "events-v2")));
    }

    private void takeBack(String bearer, Optional<UUID> service, Optional<Key> key, CallFailed failure) {
        if (service.isEmpty() || key.isEmpty()) return;
        // An answer that was lost may hide a check that was saved: its key must live. A key too many does no harm.
        if (failure instanceof CallFailed.ServiceDown && !neverSent(failure)) return;
        var gone = ONCALL.ask(() -> {
            keys.revoke(bearer, service.get(), key.get().id());
            return true;
        });
        if (gone.down())
            Log.warnf(
                    "key of an unsaved check stays service=%s key=%s",
                    service.get(), key.get().id());
    }

    private static boolean neverSent(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) return true;
        }
        return false;
    }

    private static Alert alert(Optional<Key> key) {
        return key.map(made -> new Alert(made.routingKey())).orElse(null);
    }

    private static String keyName(String check) {
        var name = say(CheckAskWords.class).check(check);
        return name.substring(0, name.offsetByCodePoints(0, Math.min(100, name.codePointCount(0, name.length()))));
    }
}
