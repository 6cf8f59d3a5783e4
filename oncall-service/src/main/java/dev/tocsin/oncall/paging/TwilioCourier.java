package dev.tocsin.oncall.paging;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.tocsin.oncall.Secrets;
import io.quarkus.logging.Log;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Texts by Twilio. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Message.class,
            Message.AddressRetention.class,
            Message.ContentRetention.class,
            Message.Direction.class,
            Message.Status.class,
            PhoneNumber.class
        })
class TwilioCourier implements Courier {
    private static final int LISTED = 50;

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

    @Override
    public Delivery send(Outgoing message) {
        return switch (message) {
            case Outgoing.Text text -> text(text);
        };
    }

    private Delivery text(Outgoing.Text text) {
        if (config.from().isEmpty()) return new Delivery.AccountRefused("unset", "TWILIO_FROM is not set");
        try {
            var message = Message.creator(
                            new PhoneNumber(text.to()),
                            new PhoneNumber(config.from().get()),
                            text.body())
                    .setStatusCallback(
                            URI.create(config.callbackBase() + "/twilio/sms/status?attempt=" + text.attempt()))
                    .create(client);
            return new Delivery.Accepted(message.getSid(), message.getStatus().toString());
        } catch (OneAttemptHttpClient.Refused e) {
            return refused(e);
        } catch (OneAttemptHttpClient.NotSent e) {
            return new Delivery.NotSent(e.getMessage());
        } catch (OneAttemptHttpClient.Unanswered e) {
            return new Delivery.Ambiguous(e.getMessage());
        } catch (TwilioException e) {
            Log.warnf("the carrier took a text and answered with something unreadable: %s", e.getMessage());
            return new Delivery.Ambiguous("unreadable answer: " + e.getMessage());
        }
    }

    @Override
    public Trace trace(String to, Instant since, String bodyHash) {
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
