package dev.tocsin.dashboard.learning;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

import static dev.tocsin.dashboard.web.Language.say;

/** Figures as postmortem-service computes them. */
@Path("/api/v1/postmortems/figures")
@RegisterRestClient(configKey = "postmortem")
@RegisterProvider(Refusals.class)
interface FiguresClient {
    record Figures(List<Bucket> buckets, Tally total, List<Team> teams, List<Cause> causes, How how) {}

    record Bucket(LocalDate start, LocalDate end, Tally tally) {}

    /** The team is null for what belongs to none. */
    record Team(Ref team, Tally tally) {
        public String name() {
            return team == null ? say(LearningWords.class).noTeam() : team.name();
        }
    }

    record Cause(String tag, int reports) {}

    record Stat(int n, Duration median, Duration p90) {}

    record Share(int kept, int of) {
        /** Whole percent; a dash where there is nothing to share. */
        public String percent() {
            return of == 0 ? "—" : Math.round(100.0 * kept / of) + " %";
        }

        public String words() {
            return say(LearningWords.class).keptOf(kept, of);
        }
    }

    /** The time to publish is null while nothing was. */
    record Tally(
            int reports,
            int published,
            Stat timeToPublish,
            Share inTime,
            int waiting,
            int declined,
            int invalid,
            Share tasksInTime,
            int tasksWaiting,
            int tasksDeclined) {
        public String median() {
            return timeToPublish == null ? "—" : Days.spoken(timeToPublish.median());
        }

        public String p90() {
            return timeToPublish == null ? "—" : Days.spoken(timeToPublish.p90());
        }

        public int n() {
            return timeToPublish == null ? 0 : timeToPublish.n();
        }
    }

    record How(String timeToPublish, String inTime, String tasks, String causes) {}

    @GET
    Figures figures(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @RestQuery Map<String, String> query);
}
