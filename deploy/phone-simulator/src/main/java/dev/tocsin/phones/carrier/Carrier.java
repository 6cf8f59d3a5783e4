package dev.tocsin.phones.carrier;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.phones.PhonesConfig;
import dev.tocsin.phones.phone.Direction;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.Text;

/** Takes texts and sends them on their way. */
@ApplicationScoped
public class Carrier {
    private final PhoneBook phones;
    private final Deliveries deliveries;
    private final PhonesConfig config;
    private final Clock clock;

    Carrier(PhoneBook phones, Deliveries deliveries, PhonesConfig config, Clock clock) {
        this.phones = phones;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    /** What becomes of a request to send a text. */
    sealed interface Decision {
        record Accepted(Text text) implements Decision {}

        record Refused(CarrierError error) implements Decision {}
    }

    Decision send(Acceptance.Request request) {
        var refusal = Acceptance.refuse(request).or(() -> stopped(request));
        if (refusal.isPresent()) return new Decision.Refused(refusal.get());
        var text = Text.toPhone(
                Sids.message(),
                Direction.OUTBOUND_API,
                request.from(),
                request.to().orElseThrow(),
                request.messagingService(),
                request.body().orElseThrow(),
                clock.instant());
        phones.add(text);
        deliveries.begin(text, request.statusCallback());
        return new Decision.Accepted(text);
    }

    /** Sends back what the application answered to an inbound text, unless the person has stopped the sender. */
    public void reply(String sender, String phone, String body) {
        if (phones.hasStopped(phone, sender)) return;
        var text = Text.toPhone(
                Sids.message(),
                Direction.OUTBOUND_REPLY,
                Optional.of(sender),
                phone,
                Optional.empty(),
                body,
                clock.instant());
        phones.add(text);
        deliveries.begin(text, Optional.empty());
    }

    private Optional<CarrierError> stopped(Acceptance.Request request) {
        var sender = request.from().orElse(config.sender());
        return phones.hasStopped(request.to().orElseThrow(), sender)
                ? Optional.of(CarrierError.badRequest(21610, "Attempt to send to unsubscribed recipient"))
                : Optional.empty();
    }
}
