package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Messenger;

/** Sends what somebody waits for in front of a screen: written down, sent, written down, with nothing open meanwhile. */
@ApplicationScoped
class SendsNow implements Messenger {
    private final Proclaimer proclaimer;
    private final Courier courier;
    private final AnnouncementRepository announcements;
    private final MailConfig mail;
    private final Clock clock;

    SendsNow(
            Proclaimer proclaimer,
            Courier courier,
            AnnouncementRepository announcements,
            MailConfig mail,
            Clock clock) {
        this.proclaimer = proclaimer;
        this.courier = courier;
        this.announcements = announcements;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public Optional<String> sendNow(
            Directory.PersonRef to, Directory.Method method, Purpose purpose, String subject, String text) {
        var kind = purpose == Purpose.CODE ? Announcement.Purpose.CODE : Announcement.Purpose.TEST;
        var letter = proclaimer.now(to.id(), method, kind, subject, text);
        var delivery = courier.send(letter.message());
        proclaimer.settleOnce(letter.id(), delivery);
        return trouble(delivery);
    }

    @Override
    public Optional<String> mail(String to, String subject, String text) {
        var closed = closed(Directory.Kind.EMAIL);
        if (closed.isPresent()) return closed;
        return trouble(courier.send(new Courier.Outgoing.Mail(UUID.randomUUID(), to, subject, text)));
    }

    private static Optional<String> trouble(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted _ -> Optional.empty();
            // Most of these have arrived; whoever waits will see.
            case Delivery.Ambiguous _ -> Optional.empty();
            case Delivery.Throttled(var error) -> Optional.of("too many at once: " + error);
            case Delivery.NotSent(var error) -> Optional.of(error);
            case Delivery.AccountRefused(var code, var error) ->
                Optional.of("our account is refused (%s: %s)".formatted(code, error));
            case Delivery.ContactRefused(var code, var error) -> Optional.of("%s (%s)".formatted(error, code));
        };
    }

    @Override
    public Optional<String> closed(Directory.Kind kind) {
        return kind == Directory.Kind.EMAIL && mail.host().isEmpty()
                ? Optional.of("no mail server is configured")
                : Optional.empty();
    }

    @Override
    @Transactional
    public List<Tested> tests(UUID personId, int most) {
        return announcements.tests(personId, most).stream()
                .map(SendsNow::tested)
                .toList();
    }

    @Override
    @Transactional
    public boolean arrived(UUID personId, UUID testId) {
        var test = announcements.test(personId, testId);
        test.ifPresent(announcement -> announcement.arrived(clock.instant()));
        return test.isPresent();
    }

    private static Tested tested(Announcement test) {
        return new Tested(
                test.id,
                test.methodId,
                test.state.name().toLowerCase(Locale.ROOT),
                test.createdAt,
                Optional.ofNullable(test.sentAt),
                Optional.ofNullable(test.deliveredAt),
                Optional.ofNullable(test.arrivedAt),
                Optional.ofNullable(test.status),
                Optional.ofNullable(test.error));
    }

    /** A message with its id. */
    record Letter(UUID id, Courier.Outgoing message) {}
}
