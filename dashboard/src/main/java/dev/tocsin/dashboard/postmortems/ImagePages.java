package dev.tocsin.dashboard.postmortems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.tocsin.dashboard.web.CallFailed;
import dev.tocsin.dashboard.web.CurrentViewer;
import dev.tocsin.dashboard.web.Flash;
import dev.tocsin.dashboard.web.Form;
import dev.tocsin.dashboard.web.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import static dev.tocsin.dashboard.web.Language.say;
import static dev.tocsin.dashboard.web.Service.POSTMORTEM;

/** The pictures of a report: added with the words for those who cannot see them, and served to whoever may read. */
@Path("/postmortems")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("responder")
@RunOnVirtualThread
public class ImagePages {
    @CheckedTemplate(basePath = "PostmortemPages")
    record images(Report report, List<ImagesClient.Image> pictures, Form form) implements TemplateInstance {}

    /** What the open editor is told of an upload: the Markdown to put in, or why there is none. */
    record Added(String markdown, String trouble) {}

    private final PostmortemsClient postmortems;
    private final ImagesClient pictures;
    private final CurrentViewer viewers;

    ImagePages(@RestClient PostmortemsClient postmortems, @RestClient ImagesClient pictures, CurrentViewer viewers) {
        this.postmortems = postmortems;
        this.pictures = pictures;
        this.viewers = viewers;
    }

    @GET
    @Path("{id}/images")
    public TemplateInstance list(UUID id, @QueryParam("alt") String alt) {
        return page(id, Form.blank().with("alt", alt));
    }

    @POST
    @Path("{id}/images")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public Response add(
            UUID id,
            @RestForm("alt") String alt,
            @RestForm("file") FileUpload file,
            @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        var words = say(WritingWords.class);
        var inPlace = MediaType.APPLICATION_JSON.equals(accept);
        var form = Form.blank().with("alt", alt);
        if (file == null || file.size() == 0) form = form.refuse("file", words.chooseAPicture());
        if (alt == null || alt.isBlank()) form = form.refuse("alt", words.sayWhatItShowsForThose());
        if (form.refused()) {
            return inPlace
                    ? trouble(400, form.errors().getFirst().reason())
                    : Pages.again(page(id, form.titled(words.notAddedYet())));
        }
        try {
            var added = POSTMORTEM.call(() -> pictures.add(bearer(), id, alt.strip(), bytes(file)));
            if (inPlace)
                return Response.ok(new Added(added.markdown(), ""), MediaType.APPLICATION_JSON)
                        .build();
            return Flash.good(words.addedCopyItsLineIntoThe()).on("/postmortems/" + id + "/images");
        } catch (CallFailed failure) {
            if (inPlace) return trouble(failure.status(), failure.getMessage());
            return Pages.again(page(id, form.refusedBy(failure)), failure);
        }
    }

    @POST
    @Path("{id}/images/{image}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(UUID id, UUID image) {
        try {
            POSTMORTEM.run(() -> pictures.remove(bearer(), image));
            return Flash.good(say(WritingWords.class).removed()).on("/postmortems/" + id + "/images");
        } catch (CallFailed.Refused refused) {
            return Flash.bad(say(WritingWords.class).notRemoved(refused.getMessage()))
                    .on("/postmortems/" + id + "/images");
        }
    }

    /** The picture itself; never a page, whatever its bytes say. */
    @GET
    @Path("images/{image}")
    @RolesAllowed("viewer")
    @Produces({"image/png", "image/jpeg"})
    public Response read(UUID image) {
        return POSTMORTEM.call(() -> {
            try (var answer = pictures.read(bearer(), image)) {
                return Response.ok(answer.readEntity(byte[].class))
                        .type(answer.getMediaType())
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .build();
            }
        });
    }

    private static Response trouble(int status, String reason) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Added("", reason))
                .build();
    }

    private images page(UUID id, Form form) {
        var report = POSTMORTEM.call(() -> postmortems.report(bearer(), id));
        return new images(report, POSTMORTEM.call(() -> pictures.list(bearer(), id)), form);
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String bearer() {
        return viewers.get().bearer();
    }
}
