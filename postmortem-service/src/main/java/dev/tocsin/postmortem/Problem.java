package dev.tocsin.postmortem;

import java.util.List;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What bad input gets: RFC 9457 problem details, with the fields at fault and the reason for each. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Response.StatusType UNPROCESSABLE = new Response.StatusType() {
        @Override
        public int getStatusCode() {
            return 422;
        }

        @Override
        public Response.Status.Family getFamily() {
            return Response.Status.Family.CLIENT_ERROR;
        }

        @Override
        public String getReasonPhrase() {
            return "Unprocessable Content";
        }
    };

    /** One field at fault; {@code field} is a path such as {@code layers[0].zone}. */
    public record Fault(String field, String reason) {}

    public static Problem of(Response.StatusType status, String detail, List<Fault> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, errors);
    }

    /** A refusal ready to throw: one field, one reason. */
    public static WebApplicationException badField(String field, String reason) {
        return new Refusal(Response.Status.BAD_REQUEST, field + " " + reason, List.of(new Fault(field, reason)));
    }

    /** The caller's copy is out of date, or what it wants clashes with what is. */
    public static WebApplicationException conflict(String detail) {
        return new Refusal(Response.Status.CONFLICT, detail, List.of());
    }

    /** The report lacks something; each fault names its field. */
    public static WebApplicationException incomplete(List<Fault> missing) {
        return new Refusal(UNPROCESSABLE, "the report is not complete yet", missing);
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }

    /** An exception that carries its problem. */
    public static final class Refusal extends WebApplicationException {
        public Refusal(Response.StatusType status, String detail, List<Fault> errors) {
            super(detail, of(status, detail, errors).response());
        }
    }
}
