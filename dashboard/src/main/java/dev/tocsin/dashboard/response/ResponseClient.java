package dev.tocsin.dashboard.response;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** oncall-service as far as its figures go. */
@RegisterRestClient(configKey = "oncall")
@RegisterProvider(Refusals.class)
@Path("/api/v1/response")
interface ResponseClient {
    record Figures(List<Bucket> buckets, Bucket total, How how) {}

    /** @param mta null when nothing in the bucket was acknowledged; {@code mtr} likewise */
    record Bucket(
            Instant start,
            Instant end,
            int incidents,
            int acknowledged,
            int neverAcknowledged,
            int open,
            int autoResolved,
            Stat mta,
            Stat mtr) {}

    record Stat(int n, Duration mean, Duration median, Duration p90) {}

    record How(String mta, String mtr) {}

    /** @param query from, to, bucket (day, week or month), zone, and what narrows: team, service, severity */
    @GET
    Figures figures(@HeaderParam("Authorization") String bearer, @RestQuery Map<String, String> query);
}
