package dev.tocsin.dashboard.web;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns a service's 4xx into {@link CallFailed.Refused} with its problem; register it on every client interface. */
public class Refusals implements ResponseExceptionMapper<RuntimeException> {
    private static final ObjectReader PROBLEM = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readerFor(Problem.class);

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        var status = response.getStatus();
        var reason = response.getStatusInfo().getReasonPhrase();
        var body = response.hasEntity() ? response.readEntity(String.class) : "";
        if (status >= 500) return new IllegalStateException("HTTP %d %s".formatted(status, reason));
        if (status == 403 && body.contains(NotConfirmed.TYPE)) return new NotConfirmed();
        return new CallFailed.Refused(parse(status, reason, body), body);
    }

    private static Problem parse(int status, String reason, String body) {
        try {
            Problem problem = body.startsWith("{") ? PROBLEM.readValue(body) : null;
            if (problem != null && problem.title() != null)
                return new Problem(problem.title(), status, problem.detail(), problem.errors());
        } catch (JsonProcessingException notAProblem) {
            return new Problem(reason, status, null, null); // a proxy's page: its status is what we know
        }
        return new Problem(reason, status, null, null);
    }
}
