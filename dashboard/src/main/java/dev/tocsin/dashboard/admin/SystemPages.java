package dev.tocsin.dashboard.admin;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.admin.SystemClient.Connection;
import dev.tocsin.dashboard.admin.SystemClient.Key;
import dev.tocsin.dashboard.admin.SystemClient.Token;
import dev.tocsin.dashboard.admin.SystemClient.Tried;
import dev.tocsin.dashboard.web.Address;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Items;
import dev.tocsin.dashboard.web.Pages;
import dev.tocsin.dashboard.web.Tab;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.ONCALL;

/** What Tocsin is connected to, the keys that open it, and who may do what. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("admin")
@RunOnVirtualThread
public class SystemPages {
    private static final int AT_ONCE = 50;

    @CheckedTemplate(basePath = "AdminPages")
    record roles(List<Tab> tabs, List<Right.Group> groups) implements TemplateInstance {}

    /** @param tested the connection that was tested just now, and {@code tried} what came of it; empty and null before */
    @CheckedTemplate(basePath = "AdminPages")
    record connections(List<Tab> tabs, List<Connection> connections, String tested, Tried tried)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "AdminPages")
    record keys(
            List<Tab> tabs,
            Answer<Items<Token>> tokens,
            String moreTokens,
            Answer<Items<Key>> keys,
            String moreKeys,
            boolean later)
            implements TemplateInstance {}

    private final SystemClient client;
    private final CurrentViewer viewers;

    SystemPages(@RestClient SystemClient client, CurrentViewer viewers) {
        this.client = client;
        this.viewers = viewers;
    }

    @GET
    @Path("roles")
    public TemplateInstance roles() {
        return new roles(AdminTabs.ROLES.here(), Right.groups());
    }

    @GET
    @Path("connections")
    public TemplateInstance connections() {
        return connections("", null);
    }

    /** What the other side said is shown in the answer itself, word for word. */
    @POST
    @Path("connections/{id}/test")
    public Response test(@PathParam("id") String id) {
        var tried = tried(id);
        return Pages.of(200, connections(id, tried));
    }

    @GET
    @Path("keys")
    public TemplateInstance keys(@QueryParam("tokens") String tokensFrom, @QueryParam("keys") String keysFrom) {
        var bearer = bearer();
        var keys = ONCALL.later(() -> client.keys(bearer, AT_ONCE, keysFrom));
        var tokens = ONCALL.ask(() -> client.tokens(bearer, AT_ONCE, tokensFrom));
        return new keys(
                AdminTabs.KEYS.here(),
                tokens,
                more("tokens", tokens),
                keys.get(),
                more("keys", keys.get()),
                tokensFrom != null || keysFrom != null);
    }

    @POST
    @Path("keys/tokens/{id}/revoke")
    public Response revokeToken(@PathParam("id") UUID id) {
        ONCALL.run(() -> client.revokeToken(bearer(), id));
        return Flash.good(say(AdminWords.class).tokenRevokedWhateverUsedItGets())
                .on("/admin/keys");
    }

    @POST
    @Path("keys/{service}/{integration}/{key}/revoke")
    public Response revokeKey(
            @PathParam("service") UUID service,
            @PathParam("integration") UUID integration,
            @PathParam("key") UUID key) {
        ONCALL.run(() -> client.revokeKey(bearer(), service, integration, key));
        return Flash.good(say(AdminWords.class).keyRevokedEventsThatCarryIt()).on("/admin/keys");
    }

    private Tried tried(String id) {
        try {
            return ONCALL.call(() -> client.test(bearer(), id));
        } catch (CallFailed failure) {
            return new Tried(false, failure.getMessage());
        }
    }

    private connections connections(String id, Tried tried) {
        var all = ONCALL.call(() -> client.connections(bearer())).items();
        return new connections(AdminTabs.CONNECTIONS.here(), all, id, tried);
    }

    private static String more(String which, Answer<? extends Items<?>> answer) {
        if (answer.down() || answer.value().next() == null) return null;
        return new Address("/admin/keys").with(which, answer.value().next()).path();
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
