package dev.tocsin.postmortem.limits;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.tocsin.postmortem.discussion.Comments;
import dev.tocsin.postmortem.image.Images;
import dev.tocsin.postmortem.image.Picture;
import dev.tocsin.postmortem.report.Limits;
import dev.tocsin.postmortem.review.Words;
import dev.tocsin.postmortem.template.Templates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which limits hold for reports and for what belongs to them. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
@RunOnVirtualThread
class LimitsResource {
    /** One limit in words: what it holds, and how much. */
    record Limit(String what, String value) {
        static Limit of(String what, int many) {
            return new Limit(what, "%,d".formatted(many));
        }
    }

    record Room(String about, List<Limit> limits) {}

    record AllLimits(List<Room> items) {}

    @GET
    @Operation(summary = "The limits in force, room by room.")
    public AllLimits limits() {
        return new AllLimits(List.of(
                new Room(
                        "Reports",
                        List.of(
                                new Limit("Words of a report that may be published", Words.MIN + " to " + Words.MAX),
                                Limit.of("Characters of a hook", Limits.HOOK),
                                Limit.of("Characters of a section", Limits.SECTION),
                                Limit.of("Lines of a timeline", Limits.ENTRIES),
                                Limit.of("Tasks of a report", Limits.TASKS),
                                Limit.of("Comments on a report", Comments.MOST),
                                Limit.of("Templates", Templates.MOST))),
                new Room(
                        "Pictures",
                        List.of(
                                Limit.of("Pictures of a report", Images.MOST),
                                new Limit("One picture", Picture.MOST_BYTES / 1024 / 1024 + " MB")))));
    }
}
