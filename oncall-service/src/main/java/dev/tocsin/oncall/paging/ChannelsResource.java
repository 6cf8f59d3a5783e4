package dev.tocsin.oncall.paging;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Messenger;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The ways by which people may be reached here, and which of them is broken now. */
@Path("/api/v1/channels")
@RolesAllowed("viewer")
@RunOnVirtualThread
public class ChannelsResource {
    private final Messenger messenger;
    private final ChannelStops stops;

    ChannelsResource(Messenger messenger, ChannelStops stops) {
        this.messenger = messenger;
        this.stops = stops;
    }

    /** {@code configured}: methods of this kind may be added; {@code stoppedSince}: nothing goes out, for this reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChannelView(Directory.Kind kind, boolean configured, Instant stoppedSince, String reason) {}

    @GET
    @Transactional
    @Operation(summary = "SMS, voice, e-mail, webhook: configured here, and working now?")
    public List<ChannelView> list() {
        return Arrays.stream(Directory.Kind.values()).map(this::view).toList();
    }

    private ChannelView view(Directory.Kind kind) {
        var closed = messenger.closed(kind);
        var stop = stops.of(kind);
        return new ChannelView(
                kind,
                closed.isEmpty(),
                stop.map(ChannelStops.Stop::since).orElse(null),
                closed.or(() -> stop.map(ChannelStops.Stop::reason)).orElse(null));
    }
}
