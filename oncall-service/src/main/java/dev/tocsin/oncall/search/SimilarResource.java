package dev.tocsin.oncall.search;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.tocsin.oncall.Listing;
import dev.tocsin.oncall.search.Alike.Like;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What has happened before and looked like this. */
@Path("/api/v1/incidents/{id}/similar")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class SimilarResource {
    private static final int MOST = 5;

    private final Alike alike;

    SimilarResource(Alike alike) {
        this.alike = alike;
    }

    @GET
    @Operation(
            summary =
                    "Earlier incidents like this one, the likest first, and why each: the same alert, its words, or only its service")
    public Listing<Like> similar(UUID id) {
        List<Like> found = alike.to(id, MOST);
        return Listing.whole(found);
    }
}
