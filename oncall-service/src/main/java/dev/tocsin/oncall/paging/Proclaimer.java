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
import dev.tocsin.oncall.people.Directory;
import io.quarkus.logging.Log;

/** The short transactions around sending an announcement. */
@ApplicationScoped
@Transactional
class Proclaimer {
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final AnnouncementRepository announcements;
    private final Directory directory;
    private final PagingConfig config;
    private final Clock clock;

    Proclaimer(AnnouncementRepository announcements, Directory directory, PagingConfig config, Clock clock) {
        this.announcements = announcements;
        this.directory = directory;
        this.config = config;
        this.clock = clock;
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
        return Optional.of(new Outgoing.Text(id, announcement.address, PageText.plain(announcement.body)));
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
            case Delivery.ContactRefused(var code, var error, boolean optedOut) -> {
                if (optedOut) directory.optOut(announcement.address, true);
                announcement.failed(code + ": " + error);
            }
        }
        Log.infof("announcement %s id=%s purpose=%s", announcement.state, id, announcement.purpose);
    }
}
