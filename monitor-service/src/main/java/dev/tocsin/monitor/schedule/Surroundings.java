package dev.tocsin.monitor.schedule;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.check.Watched;
import dev.tocsin.monitor.maintenance.Maintenance;
import dev.tocsin.monitor.verdict.Scene;
import dev.tocsin.monitor.verdict.Standing;
import dev.tocsin.monitor.verdict.State;

/** What else is the case when a check has been probed: its maintenance and, when it fails, what it stands behind. */
@ApplicationScoped
class Surroundings {
    private final Parents parents;
    private final Maintenance maintenance;

    Surroundings(Parents parents, Maintenance maintenance) {
        this.parents = parents;
        this.maintenance = maintenance;
    }

    Scene of(Watched check, Standing standing, Heard heard) {
        var at = heard.round().last().at();
        var open = maintenance.at(check.whose(), at).map(Maintenance.Open::name);
        var asks = heard.round().failed() && !check.parents().isEmpty() && standing.state() != State.DOWN;
        var blame = asks ? parents.blame(check, standing, heard.silentParents(), at) : Optional.<Parents.Blame>empty();
        return new Scene(
                open,
                blame.map(Parents.Blame::words),
                blame.filter(Parents.Blame::tells).isPresent());
    }
}
