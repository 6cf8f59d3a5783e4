package dev.tocsin.dashboard.response;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.dashboard.response.ResponseClient.Bucket;
import dev.tocsin.dashboard.response.ResponseClient.How;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Names;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Service.ONCALL;

/** The page about MTA and MTR. */
@Path("/response")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ResponsePages {
    @CheckedTemplate(basePath = "ResponsePages")
    record response(
            Form form,
            List<Option> buckets,
            List<Option> teams,
            List<Option> services,
            List<Option> severities,
            Bucket total,
            Trend mta,
            Trend mtr,
            How how)
            implements TemplateInstance {}

    private final ResponseClient client;
    private final Names names;
    private final CurrentViewer viewers;
    private final Clock clock;

    ResponsePages(@RestClient ResponseClient client, @RestClient Names names, CurrentViewer viewers, Clock clock) {
        this.client = client;
        this.names = names;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@BeanParam ResponseFilter filter) {
        var viewer = viewers.get();
        var zone = viewer.zone();
        var teams = ONCALL.later(() -> names.teams(viewer.bearer(), Names.MOST));
        var services = ONCALL.later(() -> names.services(viewer.bearer(), Names.MOST));
        var figures = ONCALL.call(
                () -> client.figures(viewer.bearer(), filter.query(zone, clock).parameters()));
        var monthly = filter.monthly();
        var drill = drill(filter, viewer);
        return new response(
                filter.form(zone, clock),
                List.of(new Option("week", "Week"), new Option("month", "Month")),
                Names.options(teams.get()),
                Names.options(services.get()),
                List.of(
                        new Option("critical", "Critical"),
                        new Option("error", "Error"),
                        new Option("warning", "Warning"),
                        new Option("info", "Info")),
                figures.total(),
                Trend.of("MTA", figures.buckets(), figures.total(), Bucket::mta, zone, monthly, drill),
                Trend.of("MTR", figures.buckets(), figures.total(), Bucket::mtr, zone, monthly, drill),
                figures.how());
    }

    /** A bar leads to the incidents it is made of. */
    private static Function<Bucket, String> drill(ResponseFilter filter, Viewer viewer) {
        return bucket -> "/incidents?state=all&from=%s&to=%s%s%s%s"
                .formatted(
                        LocalDate.ofInstant(bucket.start(), viewer.zone()),
                        LocalDate.ofInstant(bucket.end().minusMillis(1), viewer.zone()),
                        parameter("team", filter.team()),
                        parameter("service", filter.service()),
                        parameter("severity", filter.severity()));
    }

    private static String parameter(String name, String value) {
        return value == null || value.isBlank()
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
