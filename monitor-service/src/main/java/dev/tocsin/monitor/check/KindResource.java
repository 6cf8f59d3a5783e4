package dev.tocsin.monitor.check;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.tocsin.monitor.condition.Grammar;
import dev.tocsin.monitor.probe.Kinds;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which kinds of checks there are, and the language of their conditions: what help pages are made of. */
@Path("/api/v1/check-kinds")
@RunOnVirtualThread
class KindResource {
    private final KindsView view;

    KindResource(Kinds kinds) {
        this.view = new KindsView(kinds.all().stream().map(KindView::of).toList(), Grammar.TEXT, Grammar.RULES);
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Every kind of check with its settings, the names for conditions, examples, and the grammar")
    public KindsView kinds() {
        return view;
    }
}
