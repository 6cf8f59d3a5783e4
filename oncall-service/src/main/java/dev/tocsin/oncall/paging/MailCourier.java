package dev.tocsin.oncall.paging;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.Courier.Outgoing;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;

/** E-mail by the configured server. There is no receipt: a mail handed over counts as on its way. */
@ApplicationScoped
class MailCourier {
    /** Shorter than a claim lasts; the blocking mailer knows no limit. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private final ReactiveMailer mailer;
    private final MailConfig config;

    MailCourier(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    Delivery send(Outgoing.Mail letter) {
        if (config.host().isEmpty()) return new Delivery.AccountRefused("unset", "no mail server is configured");
        var mail = Mail.withText(letter.to(), letter.subject(), letter.body())
                .setFrom(config.from())
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("X-Tocsin-Attempt", letter.attempt().toString());
        try {
            mailer.send(mail).await().atMost(LIMIT);
            return new Delivery.Accepted("mail-" + letter.attempt(), "sent");
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** A second copy of a mail wakes nobody, so all that is not a plain refusal is tried again. */
    private static Delivery failed(RuntimeException e) {
        var words = Objects.requireNonNullElse(e.getMessage(), "no answer in time");
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException)
                return new Delivery.NotSent("the mail server is not reached: " + cause.getMessage());
        }
        boolean refused = words.contains("recipient address not accepted") || words.contains("reply: 55");
        return refused
                ? new Delivery.ContactRefused("smtp", words)
                : new Delivery.NotSent("the mail server did not take it: " + words);
    }
}
