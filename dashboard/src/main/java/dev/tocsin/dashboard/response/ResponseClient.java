package dev.tocsin.dashboard.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Ref;
import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** oncall-service as far as its figures go. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1/response")
interface ResponseClient {
    record Figures(List<Bucket> buckets, Bucket total, Bucket previous, How how) {}

    /**
     * @param waiting open and not acknowledged yet
     * @param byOthers of a person: given to them, acknowledged by somebody else
     * @param unasked of a person: acknowledged though it was never given to them
     * @param mta null when nothing in the bucket was acknowledged; the others likewise
     */
    record Bucket(
            Instant start,
            Instant end,
            int incidents,
            int acknowledged,
            int neverAcknowledged,
            int waiting,
            int byOthers,
            int unasked,
            int open,
            int autoResolved,
            int invalid,
            Stat mta,
            Stat mtr,
            Stat mtrByPeople,
            Stat mtrAutomatic) {}

    /** @param others groups with fewer incidents that are not among the items */
    record Breakdown(List<Group> items, int others) {}

    /** @param key an id, or the word of a severity */
    record Group(
            String key,
            String name,
            int incidents,
            int neverAcknowledged,
            int waiting,
            int byOthers,
            int open,
            int autoResolved,
            Stat mta,
            Stat mtr,
            Before previous) {}

    record Before(int incidents, Stat mta, Stat mtr) {}

    /** An incident behind a number; {@code given} is when the person asked about was paged. */
    record Behind(
            String id,
            long number,
            String title,
            String severity,
            Ref service,
            Ref team,
            Instant triggeredAt,
            Instant given,
            String acknowledgedBy,
            Instant resolvedAt,
            String resolvedBy,
            boolean autoResolved,
            Duration timeToAcknowledge,
            Duration timeToResolve) {}

    record Stat(int n, Duration mean, Duration median, Duration p90) {}

    record How(String mta, String mtr) {}

    /** @param query from, to, bucket (day, week or month), zone, and what narrows: team, service, severity */
    @GET
    Figures figures(@HeaderParam("Authorization") String bearer, @RestQuery Map<String, String> query);

    /** @param query as above, and dimension: team, service, person or severity */
    @GET
    @Path("/breakdown")
    Breakdown breakdown(@HeaderParam("Authorization") String bearer, @RestQuery Map<String, String> query);

    /** @param query as above, and figure, limit and cursor */
    @GET
    @Path("/incidents")
    Items<Behind> incidents(@HeaderParam("Authorization") String bearer, @RestQuery Map<String, String> query);

    /** @param file spans, breakdown or incidents */
    @GET
    @Path("/{file}.csv")
    @Produces("text/csv")
    String csv(
            @HeaderParam("Authorization") String bearer,
            @PathParam("file") String file,
            @RestQuery Map<String, String> query);
}
