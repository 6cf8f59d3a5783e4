package dev.tocsin.oncall.people;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.NamedRepository;
import dev.tocsin.oncall.Ref;

/** Finds teams. */
@ApplicationScoped
class Teams implements NamedRepository<Team> {

    @Override
    public String noun() {
        return "team";
    }

    @Override
    public Ref ref(Team team) {
        return team.ref();
    }
}
