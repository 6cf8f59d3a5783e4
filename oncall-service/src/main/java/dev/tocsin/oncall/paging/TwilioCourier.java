package dev.tocsin.oncall.paging;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.Courier.Outgoing;
import dev.tocsin.oncall.paging.Courier.Trace;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Texts and calls by Twilio. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Call.class,
            Call.Status.class,
            Message.class,
            Message.AddressRetention.class,
            Message.ContentRetention.class,
            Message.Direction.class,
            Message.Status.class,
            PhoneNumber.class
        })
class TwilioCourier {
    private static final int LISTED = 50;
    private static final int RINGING = 25;

    private final TwilioRestClient client;
    private final TwilioConfig config;
    private final ObjectMapper json;

    TwilioCourier(TwilioConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
        this.client = new TwilioRestClient.Builder(
                        config.accountSid().orElse("unset"), config.authToken().orElse("unset"))
                .httpClient(new OneAttemptHttpClient(URI.create(config.apiUrl())))
                .build();
    }

    Delivery send(Outgoing message) {
        return switch (message) {
            case Outgoing.Text text -> text(text);
            case Outgoing.Call call -> call(call);
            case Outgoing.Mail _, Outgoing.Post _ -> throw new IllegalArgumentException("not by the carrier");
        };
    }

    /** Rings for 25 s, which is before most voicemails answer; a machine that answers is told from a human. */
    private Delivery call(Outgoing.Call call) {
        if (config.from().isEmpty()) return new Delivery.AccountRefused("unset", "TWILIO_FROM is not set");
        var voice = config.callbackBase() + "/twilio/voice/";
        var to = new PhoneNumber(call.to());
        var from = new PhoneNumber(config.from().get());
        var creator = call.spoken()
                .map(twiml -> Call.creator(to, from, new Twiml(twiml)))
                .orElseGet(() -> Call.creator(to, from, URI.create(voice + "say?attempt=" + call.attempt()))
                        .setMachineDetection("Enable"))
                .setTimeout(RINGING)
                .setStatusCallback(URI.create(voice + "status?attempt=" + call.attempt()))
                .setStatusCallbackEvent(List.of("ringing", "answered", "completed"));
        return asked(() -> {
            var made = creator.create(client);
            return new Delivery.Accepted(made.getSid(), String.valueOf(made.getStatus()));
        });
    }

    private Delivery text(Outgoing.Text text) {
        if (config.from().isEmpty()) return new Delivery.AccountRefused("unset", "TWILIO_FROM is not set");
        return asked(() -> {
            var message = Message.creator(
                            new PhoneNumber(text.to()),
                            new PhoneNumber(config.from().get()),
                            text.body())
                    .setStatusCallback(
                            URI.create(config.callbackBase() + "/twilio/sms/status?attempt=" + text.attempt()))
                    .create(client);
            return new Delivery.Accepted(message.getSid(), message.getStatus().toString());
        });
    }

    private Delivery asked(Supplier<Delivery> request) {
        try {
            return request.get();
        } catch (OneAttemptHttpClient.Refused e) {
            return refused(e);
        } catch (OneAttemptHttpClient.NotSent e) {
            return new Delivery.NotSent(e.getMessage());
        } catch (OneAttemptHttpClient.Unanswered e) {
            return new Delivery.Ambiguous(e.getMessage());
        } catch (TwilioException e) {
            Log.warnf("the carrier took a request and answered with something unreadable: %s", e.getMessage());
            return new Delivery.Ambiguous("unreadable answer: " + e.getMessage());
        }
    }

    Trace trace(String to, Instant since, String bodyHash) {
        try {
            // The list filters by whole days; a minute covers clocks that differ at midnight.
            var from = ZonedDateTime.ofInstant(since.minus(Duration.ofMinutes(1)), ZoneOffset.UTC);
            var page = Message.reader()
                    .setTo(new PhoneNumber(to))
                    .setDateSentAfter(from)
                    .pageSize(LISTED)
                    .firstPage(client);
            return page.getRecords().stream()
                    .filter(message -> message.getBody() != null
                            && Secrets.hash(message.getBody()).equals(bodyHash))
                    .<Trace>map(message -> new Trace.Found(
                            message.getSid(), message.getStatus().toString()))
                    .findFirst()
                    .orElseGet(Trace.Nothing::new);
        } catch (OneAttemptHttpClient.Refused | OneAttemptHttpClient.NotSent | OneAttemptHttpClient.Unanswered e) {
            return new Trace.Unanswered(e.getMessage());
        } catch (TwilioException e) {
            return new Trace.Unanswered("unreadable answer: " + e.getMessage());
        }
    }

    private Delivery refused(OneAttemptHttpClient.Refused e) {
        try {
            var body = json.readTree(e.body);
            return TwilioErrors.refused(
                    e.status, body.path("code").asText(""), body.path("message").asText("no message"));
        } catch (JsonProcessingException notJson) {
            return TwilioErrors.refused(e.status, "", "the answer is not JSON");
        }
    }
}
