package dev.tocsin.oncall.reply;

import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.tocsin.oncall.paging.TwilioConfig;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpServerRequest;

/** Lets only the carrier in. */
@ApplicationScoped
class TwilioDoor {
    private final TwilioConfig config;
    private final TwilioSignature signature;

    TwilioDoor(TwilioConfig config) {
        this.config = config;
        this.signature =
                new TwilioSignature(Stream.concat(config.authToken().stream(), config.otherAuthToken().stream())
                        .toList());
    }

    /** By our configured address, never by what the request says of itself. */
    boolean genuine(String signed, HttpServerRequest request, TwilioForm form) {
        var url = config.callbackBase() + request.uri();
        var ours = config.accountSid();
        return signature.proves(signed, url, form.parameters())
                && ours.isPresent()
                && form.first("AccountSid").equals(ours);
    }

    /** Where the carrier reaches a path of ours; absolute, since relative redirects misbehave. */
    String url(String path) {
        return config.callbackBase() + path;
    }

    Response forged() {
        Log.warn("a webhook without a valid signature was refused");
        return Response.status(Response.Status.FORBIDDEN).build();
    }
}
