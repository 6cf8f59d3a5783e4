package dev.tocsin.dashboard.checks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.checks.ChecksClient.Result;
import dev.tocsin.dashboard.checks.KindsClient.Kept;
import dev.tocsin.dashboard.checks.KindsClient.Plugins;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Option;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.RowCommand;
import dev.tocsin.dashboard.web.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.MONITOR;

/** "What do you want to watch?", and the forms of heartbeats, metrics and plugins. */
@Path("/checks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class KindFormPages {
    private static final String CRON = "heartbeat.cron";

    static List<Option> sources() {
        return List.of(
                new Option("page", say(CheckAskWords.class).aPageOfMetricsAsExporters()),
                new Option("prometheus", say(CheckAskWords.class).aPrometheusServerAskedByPromql()));
    }

    static List<Option> units() {
        var words = say(CheckAskWords.class);
        return List.of(
                new Option("number", words.aBareNumber()),
                new Option("ratio", words.aRatio05Is50()),
                new Option("percent", words.percent()),
                new Option("bytes", words.bytes()),
                new Option("seconds", words.seconds()));
    }

    @CheckedTemplate(basePath = "CheckPages")
    record watch(List<Recipe> services, List<Recipe> machines, List<Recipe> others, String service)
            implements TemplateInstance {}

    /**
     * The form.
     *
     * @param id null for a new check
     * @param trial what a trial found, null before one
     * @param ahead when the job would run by its crontab line; empty until asked
     * @param current what somebody else saved meanwhile, null when nobody did
     */
    @CheckedTemplate(basePath = "CheckPages")
    record kind(
            UUID id,
            String kind,
            Form form,
            List<Option> services,
            List<Option> sources,
            List<Option> units,
            List<String> zones,
            Answer<Plugins> plugins,
            Result trial,
            List<Instant> ahead,
            Kept current,
            Viewer viewer)
            implements TemplateInstance {}

    private final KindsClient kinds;
    private final CheckDesk desk;
    private final CurrentViewer viewers;

    KindFormPages(@RestClient KindsClient kinds, CheckDesk desk, CurrentViewer viewers) {
        this.kinds = kinds;
        this.desk = desk;
        this.viewers = viewers;
    }

    @GET
    @Path("watch")
    public TemplateInstance watch(@QueryParam("service") Optional<UUID> service) {
        return new watch(
                Recipe.services(),
                Recipe.machines(),
                Recipe.others(),
                service.or(this::theOnlyService).map(UUID::toString).orElse(""));
    }

    /** Where there is one service only, a new check pages its people unless somebody says otherwise. */
    private Optional<UUID> theOnlyService() {
        try {
            var all = desk.services(bearer());
            return all.size() == 1 ? Optional.of(all.getFirst().id()) : Optional.empty();
        } catch (CallFailed silent) {
            return Optional.empty(); // the offers are good without it
        }
    }

    @GET
    @Path("new/{kind: heartbeat|metrics|plugin}")
    public TemplateInstance blank(
            String kind, @QueryParam("recipe") String recipe, @QueryParam("service") String service) {
        var filled = Optional.ofNullable(recipe)
                .flatMap(Recipe::of)
                .filter(known -> known.kind().equals(kind))
                .map(Recipe::fields)
                .orElse(Map.of());
        return page(null, KindForm.blank(kind, service, filled), null, null);
    }

    @POST
    @Path("new/{kind: heartbeat|metrics|plugin}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(String kind, MultivaluedMap<String, String> fields) {
        var form = new KindForm(kind, Form.posted(fields));
        if (isTrial(form)) return trial(null, form);
        var checked = form.checked(true);
        if (checked.form().refused()) return Pages.again(page(null, checked, null, null));
        try {
            var made = desk.saved(
                    bearer(),
                    form.service(),
                    form.name(),
                    (team, alert) -> kinds.create(bearer(), form.sent(null).of(team, alert)));
            return kind.equals("heartbeat")
                    ? Flash.good(say(CheckAskWords.class).savedNowMakeTheAddressThat())
                            .on("/checks/" + made.id())
                    : Flash.good(say(CheckAskWords.class).checkCreatedItIsProbedWithin())
                            .on("/checks/" + made.id());
        } catch (CallFailed failure) {
            return Pages.again(page(null, form.with(form.form().refusedBy(failure)), null, null), failure);
        }
    }

    @GET
    @Path("{id}/settings")
    public Response edit(UUID id) {
        var check = MONITOR.call(() -> kinds.check(bearer(), id));
        if (check.code() != null) return CheckFormPages.editedInCode(id, check.code());
        return Pages.of(200, page(id, KindForm.of(check), null, null));
    }

    @POST
    @Path("{id}/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(UUID id, MultivaluedMap<String, String> fields) {
        var before = MONITOR.call(() -> kinds.check(bearer(), id));
        var form = new KindForm(before.kind(), Form.posted(fields));
        if (isTrial(form)) return trial(id, form);
        var checked = form.checked(true);
        if (checked.form().refused()) return Pages.again(page(id, checked, null, null));
        try {
            save(id, form, before);
            return Flash.good(say(CheckAskWords.class).checkSaved()).on("/checks/" + id);
        } catch (CallFailed failure) {
            var kept = form.with(form.form().refusedBy(failure));
            if (failure.status() != 409) return Pages.again(page(id, kept, null, null), failure);
            var mine = kept.with(kept.form().with("version", before.version()));
            return Pages.again(page(id, mine, null, before), failure);
        }
    }

    /** With a new key only where another service is to be paged. */
    private void save(UUID id, KindForm form, Kept before) {
        var service = form.service();
        var sent = form.sent(before);
        var same = before.hasAlert() && service.isPresent() && service.get().equals(before.serviceId());
        if (same) {
            var team = desk.teamOf(bearer(), service).orElse(null);
            MONITOR.call(() -> kinds.change(bearer(), id, sent.of(team, new ChecksClient.Alert(null))));
        } else
            desk.saved(
                    bearer(), service, form.name(), (team, alert) -> kinds.change(bearer(), id, sent.of(team, alert)));
    }

    private Response trial(UUID id, KindForm form) {
        if (form.kind().equals("heartbeat")) return ahead(id, form);
        var checked = form.checked(false);
        if (checked.form().refused()) return Pages.again(page(id, checked, null, null));
        try {
            var result = MONITOR.call(() -> kinds.tryOnce(bearer(), form.sent(null)));
            return Pages.of(200, page(id, form, result, null));
        } catch (CallFailed failure) {
            return Pages.again(page(id, form.with(form.form().refusedBy(failure)), null, null), failure);
        }
    }

    /** Without a crontab line there is nothing to look ahead to. */
    private Response ahead(UUID id, KindForm form) {
        var line = form.form().given(CRON);
        if (line.isEmpty())
            return Pages.again(page(
                    id,
                    form.with(form.form().refuse(CRON, say(CheckAskWords.class).writeACrontabLineFirst())),
                    null,
                    null));
        try {
            var next = MONITOR.call(() -> kinds.preview(
                    bearer(), line.get(), form.form().given("heartbeat.zone").orElse("UTC")));
            return Pages.of(200, page(id, form, null, next.next(), null));
        } catch (CallFailed.Refused refused) {
            return Pages.again(page(id, form.with(form.form().refuse(CRON, refused.getMessage())), null, null));
        }
    }

    private kind page(UUID id, KindForm form, Result trial, Kept current) {
        return page(id, form, trial, List.of(), current);
    }

    private kind page(UUID id, KindForm form, Result trial, List<Instant> ahead, Kept current) {
        var services = desk.services(bearer()).stream()
                .map(service -> new Option(service.id().toString(), service.name()))
                .toList();
        return new kind(
                id,
                form.kind(),
                form.form(),
                services,
                sources(),
                units(),
                ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                MONITOR.ask(() -> kinds.plugins(bearer())),
                trial,
                ahead,
                current,
                viewers.get());
    }

    private static boolean isTrial(KindForm form) {
        return form.form().text(RowCommand.FIELD).equals("try");
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
