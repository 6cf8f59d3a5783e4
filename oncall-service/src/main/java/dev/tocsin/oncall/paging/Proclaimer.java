package dev.tocsin.oncall.paging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.paging.Courier.Delivery;
import dev.tocsin.oncall.paging.Courier.Outgoing;
import dev.tocsin.oncall.paging.TwilioErrors.Reaction;
import dev.tocsin.oncall.people.Directory;
import io.quarkus.logging.Log;

/** The short transactions around sending an announcement. */
@ApplicationScoped
@Transactional
class Proclaimer {
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final AnnouncementRepository announcements;
    private final Directory directory;
    private final Announced messages;
    private final PagingConfig config;
    private final Clock clock;

    Proclaimer(
            AnnouncementRepository announcements,
            Directory directory,
            Announced messages,
            PagingConfig config,
            Clock clock) {
        this.announcements = announcements;
        this.directory = directory;
        this.messages = messages;
        this.config = config;
        this.clock = clock;
    }

    /** Written down as being sent, so that nobody else takes it. */
    SendsNow.Letter now(
            UUID personId, Directory.Method method, Announcement.Purpose purpose, String subject, String text) {
        var now = clock.instant();
        var announcement =
                Announcement.to(personId, method, purpose, subject, text, purpose + " " + UUID.randomUUID(), now);
        announcement.begin(now.plus(config.request()));
        announcements.persist(announcement);
        return new SendsNow.Letter(announcement.id, messages.message(announcement, text));
    }

    /** Whoever waited has been told how it went: it is not tried again. */
    void settleOnce(UUID id, Delivery delivery) {
        settle(id, delivery);
        var announcement = announcements.findById(id);
        if (announcement.state == Announcement.State.DUE) announcement.failed(announcement.error);
    }

    List<UUID> claim(int limit) {
        var now = clock.instant();
        return announcements.claim(now, now.plus(config.request()), limit);
    }

    /** What to send, if its method may still be used. */
    Optional<Outgoing> message(UUID id) {
        var announcement = announcements.findById(id);
        if (directory.usable(announcement.methodId).isEmpty()) {
            announcement.failed("the method is not usable any more");
            return Optional.empty();
        }
        return Optional.of(messages.message(announcement, announcement.body));
    }

    void settle(UUID id, Delivery delivery) {
        var announcement = announcements.findById(id);
        var now = clock.instant();
        switch (delivery) {
            case Delivery.Accepted(var providerId, var status) -> announcement.accepted(providerId, status, now);
            case Delivery.Throttled(var error) -> announcement.later(error, now.plus(PAUSE));
            case Delivery.NotSent(var error) -> announcement.later(error, now.plus(PAUSE));
            // Said once too little is better than twice: an announcement is no page.
            case Delivery.Ambiguous(var error) -> announcement.failed("it is not known whether it went out: " + error);
            case Delivery.AccountRefused(var code, var error) ->
                announcement.later(code + ": " + error, now.plus(PAUSE));
            case Delivery.ContactRefused(var code, var error) -> {
                if (TwilioErrors.reaction(code) == Reaction.OPTED_OUT) directory.optOut(announcement.address, true);
                announcement.failed(code + ": " + error);
            }
        }
        Log.infof("announcement %s id=%s purpose=%s", announcement.state, id, announcement.purpose);
    }
}
