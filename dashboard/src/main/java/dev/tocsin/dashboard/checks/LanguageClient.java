package dev.tocsin.dashboard.checks;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import dev.tocsin.dashboard.web.Refusals;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The kinds of checks and the language of their conditions, as monitor-service describes them. */
@Path("/api/v1/check-kinds")
@RegisterRestClient(configKey = "monitor")
@RegisterProvider(Refusals.class)
interface LanguageClient {
    record Language(List<Kind> items, String grammar, List<String> rules) {}

    record Kind(String kind, String help, List<Name> names, List<Example> examples) {}

    record Name(String form, String type, String help) {}

    record Example(String condition, String means) {}

    @GET
    Language language(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);
}
