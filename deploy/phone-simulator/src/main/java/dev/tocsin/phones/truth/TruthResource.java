package dev.tocsin.phones.truth;

import java.util.stream.Collectors;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestQuery;

/** The truth log as JSON lines. */
@Path("/truth")
@RunOnVirtualThread
public class TruthResource {
    private final TruthLog log;
    private final ObjectMapper json;

    TruthResource(TruthLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /** @param after only what came after this sequence number */
    @GET
    @Produces("application/x-ndjson")
    public String read(@RestQuery @DefaultValue("0") long after) {
        return log.after(after).stream().map(this::line).collect(Collectors.joining());
    }

    private String line(TruthLog.Entry entry) {
        try {
            return json.writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
