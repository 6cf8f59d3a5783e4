package dev.tocsin.oncall.paging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.admin.Connection;
import dev.tocsin.oncall.people.Accounts;
import dev.tocsin.oncall.people.Messenger;
import org.eclipse.microprofile.config.Config;

/** The mail server, as administrators see it. */
@ApplicationScoped
class MailConnection implements Connection {
    private final MailConfig config;
    private final Config all;
    private final Accounts accounts;
    private final Messenger messenger;

    /** @param all the mailer's own settings, which nobody else maps */
    MailConnection(MailConfig config, Config all, Accounts accounts, Messenger messenger) {
        this.config = config;
        this.all = all;
        this.accounts = accounts;
        this.messenger = messenger;
    }

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public String title() {
        return "E-mail (SMTP)";
    }

    @Override
    public boolean configured() {
        return config.host().isPresent();
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("TOCSIN_SMTP_HOST", config.host()),
                Setting.of("TOCSIN_SMTP_PORT", text("quarkus.mailer.port")),
                Setting.of("TOCSIN_SMTP_USER", text("quarkus.mailer.username")),
                Setting.secret("TOCSIN_SMTP_PASSWORD", text("quarkus.mailer.password")),
                Setting.of("TOCSIN_SMTP_FROM", Optional.of(config.from())),
                Setting.of("TOCSIN_SMTP_TLS", text("quarkus.mailer.tls")));
    }

    @Override
    public Optional<String> test() {
        return Optional.of("Mails the address you sign in with.");
    }

    @Override
    public Tried tryFor(UUID personId) {
        var email = accounts.find(personId).map(Accounts.Account::email).orElseThrow();
        return messenger
                .mail(email, "A test from Tocsin", "A test of the mail server from Tocsin. Nothing is wrong.\n")
                .map(why -> new Tried(false, "It was not sent: " + why))
                .orElseGet(() -> new Tried(true, "The mail server took a letter to %s.".formatted(email)));
    }

    private Optional<String> text(String key) {
        return all.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }
}
