package dev.tocsin.dashboard.checks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Checks as code, as monitor-service sees its files. */
@Path("/api/v1/checks")
@RegisterRestClient(configKey = "monitor")
@RegisterProvider(Refusals.class)
interface CodeClient {
    /** @param applied null while nothing ever was */
    record Code(boolean configured, Applied applied, List<Replica> replicas) {
        static final Code NONE = new Code(false, null, List.of());

        /** What is wrong, each place once, however many replicas have the file. */
        public List<Fault> faults() {
            return replicas.stream()
                    .flatMap(replica -> replica.faults().stream())
                    .distinct()
                    .toList();
        }

        /** Whether a replica has a file from before the one that rules. */
        public boolean lagging() {
            return replicas.stream().anyMatch(replica -> replica.standing().equals("older"));
        }
    }

    record Applied(Instant at, int created, int changed, int ended, int unchanged) {}

    /** @param standing rules, older or bad */
    record Replica(String source, String standing, Instant readAt, List<Fault> faults) {}

    record Fault(String file, int line, int column, String field, String reason) {}

    /** A check of a plan. @param fields what of it would change */
    record Step(UUID id, String key, String name, List<String> fields) {}

    record Verdict(
            boolean valid,
            List<Fault> faults,
            List<Step> created,
            List<Step> changed,
            List<Step> ended,
            int unchanged) {}

    @GET
    @Path("code")
    Code code(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @POST
    @Path("validate")
    @Consumes("application/yaml")
    Verdict validate(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, String yaml);

    @GET
    @Path("export")
    @Produces("application/yaml")
    String export(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("all") boolean all);
}
