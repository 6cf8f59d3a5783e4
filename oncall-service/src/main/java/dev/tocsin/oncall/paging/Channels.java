package dev.tocsin.oncall.paging;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

/** Every message by the way it is meant for. */
@ApplicationScoped
class Channels implements Courier {
    private final TwilioCourier carrier;
    private final MailCourier mail;
    private final PostCourier post;

    Channels(TwilioCourier carrier, MailCourier mail, PostCourier post) {
        this.carrier = carrier;
        this.mail = mail;
        this.post = post;
    }

    @Override
    public Delivery send(Outgoing message) {
        return switch (message) {
            case Outgoing.Text _, Outgoing.Call _ -> carrier.send(message);
            case Outgoing.Mail letter -> mail.send(letter);
            case Outgoing.Post document -> post.send(document);
        };
    }

    @Override
    public Trace trace(String to, Instant since, String bodyHash) {
        return carrier.trace(to, since, bodyHash);
    }
}
