package dev.tocsin.postmortem.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The library as it is asked: by words, by what a report is about, by where it stands. */
@Path("/api/v1/postmortems")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class LibraryResource {
    /** A page of the list; {@code next} is absent on the last. */
    record Listing(List<LibraryRow> items, Optional<String> next) {}

    private final Library library;
    private final Similar similar;

    LibraryResource(Library library, Similar similar) {
        this.library = library;
        this.similar = similar;
    }

    @GET
    @Operation(summary = "Find reports: newest incident first, or what fits the words best")
    public Listing list(
            @BeanParam @Valid Asked asked,
            @RestQuery Optional<String> cursor,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = 200, message = "must be at most 200")
                    int limit) {
        var found = library.find(asked, cursor, limit);
        return new Listing(found.rows(), found.next());
    }

    @GET
    @Path("/{id}/similar")
    @Operation(summary = "Earlier published reports like this one, and why")
    public List<Similar.Like> similar(@RestPath UUID id) {
        return similar.to(id);
    }

    @GET
    @Path("/tags")
    @Operation(summary = "List the tags in use, the most used first")
    public List<Library.TagCount> tags() {
        return library.tags();
    }
}
