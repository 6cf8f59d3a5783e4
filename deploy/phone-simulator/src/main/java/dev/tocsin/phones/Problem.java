package dev.tocsin.phones;

import java.util.List;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;

/** What bad input gets: RFC 9457 problem details, with the fields at fault and the reason for each. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field at fault; {@code field} is a path such as {@code layers[0].zone}. */
    public record Fault(String field, String reason) {}

    public static Problem of(Response.StatusType status, String detail, List<Fault> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, errors);
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }
}
