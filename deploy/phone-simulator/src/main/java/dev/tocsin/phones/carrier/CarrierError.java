package dev.tocsin.phones.carrier;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A refusal in Twilio's shape. */
record CarrierError(
        int code, String message, @JsonProperty("more_info") String moreInfo, int status) {

    static CarrierError of(int status, int code, String message) {
        return new CarrierError(code, message, "https://www.twilio.com/docs/errors/" + code, status);
    }

    static CarrierError badRequest(int code, String message) {
        return of(400, code, message);
    }

    static CarrierError notFound(String path) {
        return of(404, 20404, "The requested resource " + path + " was not found");
    }

    static CarrierError planned(int status, int code) {
        return of(
                status,
                code,
                switch (code) {
                    case 20429 -> "Too Many Requests";
                    case 20500 -> "Internal Server Error";
                    default -> "Planned failure " + code;
                });
    }

    Response response() {
        var response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this);
        if (status == 401) response.header("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        if (status == 429) response.header("Retry-After", "1");
        return response.build();
    }

    WebApplicationException thrown() {
        return new WebApplicationException(message, response());
    }
}
