package dev.tocsin.oncall.notice;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.oncall.SettingsMemory;
import dev.tocsin.oncall.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Finds webhooks that were not deleted. */
@ApplicationScoped
class Webhooks implements PanacheRepositoryBase<Webhook, UUID> {
    private record Wanting(String event, UUID team) {}

    private final SettingsMemory settings;

    Webhooks(SettingsMemory settings) {
        this.settings = settings;
    }

    /** Those that are told of this event of an incident of this team. Asked at each line of a timeline. */
    List<UUID> wanting(String event, UUID teamId) {
        return settings.ask(
                new Wanting(event, teamId),
                () -> Sql.list(
                        getEntityManager(),
                        UUID.class,
                        "select id from webhook where deleted_at is null and disabled_at is null and ?1 = any(events)"
                                + " and (team_id is null or team_id = ?2)",
                        event,
                        teamId));
    }

    Webhook require(UUID id) {
        return find("id = ?1 and deletedAt is null", id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFoundException("there is no webhook " + id));
    }
}
