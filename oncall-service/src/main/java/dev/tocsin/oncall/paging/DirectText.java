package dev.tocsin.oncall.paging;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** A text that goes to the carrier at once and touches no database: for when the database itself is the trouble. */
@ApplicationScoped
public class DirectText {
    private final Courier courier;

    DirectText(Courier courier) {
        this.courier = courier;
    }

    /** Sends once; why it did not go out, or empty when the carrier may have it. Blocks up to 15 s. */
    public Optional<String> send(String phone, String body) {
        return switch (courier.send(new Courier.Outgoing.Text(UUID.randomUUID(), phone, body))) {
            case Courier.Delivery.Accepted _, Courier.Delivery.Ambiguous _ -> Optional.empty();
            case Courier.Delivery.Throttled throttled -> Optional.of(throttled.error());
            case Courier.Delivery.NotSent unsent -> Optional.of(unsent.error());
            case Courier.Delivery.AccountRefused refused -> Optional.of(refused.error());
            case Courier.Delivery.ContactRefused refused -> Optional.of(refused.error());
        };
    }
}
