package dev.tocsin.oncall.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.people.Messenger;
import io.quarkus.logging.Log;

/** Mail that brings a link: invitations, forgotten passwords. */
@ApplicationScoped
public class Letters {
    private final Messenger messenger;
    private final Ways ways;

    Letters(Messenger messenger, Ways ways) {
        this.messenger = messenger;
        this.ways = ways;
    }

    /** A page of the dashboard as people reach it. */
    public String link(String path) {
        return ways.publicUrl().replaceFirst("/+$", "") + path;
    }

    /**
     * Hands a letter to the mail server and waits for it; never within a transaction.
     *
     * @return why it did not go out; empty when it is on its way
     */
    public Optional<String> send(String to, String subject, String text) {
        var trouble = messenger.mail(to, subject.replaceAll("\\p{Cntrl}", " "), text);
        trouble.ifPresent(why -> Log.warnf("a letter with a link did not go out: %s", why));
        return trouble;
    }
}
