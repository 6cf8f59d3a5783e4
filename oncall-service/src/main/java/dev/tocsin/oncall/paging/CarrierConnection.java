package dev.tocsin.oncall.paging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.admin.Connection;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Messenger;

/** The carrier of texts and calls, as administrators see it. */
@ApplicationScoped
class CarrierConnection implements Connection {
    private static final int SHOWN = 4;

    private final TwilioConfig config;
    private final Directory directory;
    private final Messenger messenger;

    CarrierConnection(TwilioConfig config, Directory directory, Messenger messenger) {
        this.config = config;
        this.directory = directory;
        this.messenger = messenger;
    }

    @Override
    public String id() {
        return "twilio";
    }

    @Override
    public String title() {
        return "Texts and calls (Twilio)";
    }

    @Override
    public boolean configured() {
        return config.accountSid().isPresent()
                && config.authToken().isPresent()
                && config.from().isPresent();
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of("TWILIO_ACCOUNT_SID", config.accountSid().map(CarrierConnection::masked)),
                Setting.secret("TWILIO_AUTH_TOKEN", config.authToken()),
                Setting.of("TWILIO_FROM", config.from()),
                Setting.of("TWILIO_API_URL", Optional.of(config.apiUrl())),
                Setting.of("TOCSIN_ONCALL_PUBLIC_URL", Optional.of(config.callbackUrl())),
                Setting.of(
                        "TWILIO_SEGMENTS_PER_SECOND",
                        config.segmentsPerSecond().stream().boxed().findFirst()));
    }

    @Override
    public Optional<String> test() {
        return Optional.of("Texts your own first verified number.");
    }

    @Override
    public Tried tryFor(UUID personId) {
        var number = directory.usableMethods(personId).stream()
                .filter(method -> method.kind() == Directory.Kind.SMS)
                .findFirst();
        var person = directory.find(personId);
        if (number.isEmpty() || person.isEmpty())
            return new Tried(false, "You have no verified number that takes texts; add one on your page first.");
        return messenger
                .sendNow(
                        person.get(),
                        number.get(),
                        Messenger.Purpose.TEST,
                        "Tocsin test",
                        "A test of the carrier from Tocsin. Nothing is wrong.")
                .map(why -> new Tried(false, "It was not sent: " + why))
                .orElseGet(() -> new Tried(true, "The carrier took the text; it should arrive within seconds."));
    }

    private static String masked(String sid) {
        return sid.length() <= 2 * SHOWN ? "set" : sid.substring(0, SHOWN) + "…" + sid.substring(sid.length() - SHOWN);
    }
}
