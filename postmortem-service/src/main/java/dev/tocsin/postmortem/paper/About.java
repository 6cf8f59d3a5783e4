package dev.tocsin.postmortem.paper;

import java.util.Optional;

import dev.tocsin.postmortem.draft.PostmortemView;
import dev.tocsin.postmortem.facts.Ref;

/** What stands above a report's title: which incident it tells of. */
public record About(long incident, String service, Optional<String> team, String severity) {
    public static About of(PostmortemView report) {
        return new About(
                report.incidentNumber(), report.service().name(), report.team().map(Ref::name), report.severity());
    }
}
