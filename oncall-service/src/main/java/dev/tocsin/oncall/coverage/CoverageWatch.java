package dev.tocsin.oncall.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.tocsin.oncall.Secrets;
import dev.tocsin.oncall.Urgency;
import dev.tocsin.oncall.catalog.Inventory;
import dev.tocsin.oncall.paging.Announcements;
import dev.tocsin.oncall.people.Directory;
import dev.tocsin.oncall.people.Membership;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Tells the managers of a team, once and days before, what would go wrong with its services. */
@ApplicationScoped
public class CoverageWatch {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final Inventory inventory;
    private final Coverage coverage;
    private final CoverageNotices notices;
    private final Membership membership;
    private final Directory directory;
    private final Announcements announcements;
    private final CoverageConfig config;
    private final Clock clock;

    CoverageWatch(
            Inventory inventory,
            Coverage coverage,
            CoverageNotices notices,
            Membership membership,
            Directory directory,
            Announcements announcements,
            CoverageConfig config,
            Clock clock) {
        this.inventory = inventory;
        this.coverage = coverage;
        this.notices = notices;
        this.membership = membership;
        this.directory = directory;
        this.announcements = announcements;
        this.config = config;
        this.clock = clock;
    }

    private record News(Inventory.Entry entry, Finding finding) {
        private String subject() {
            return finding.subject(entry.service().id());
        }
    }

    /** Looks 90 days ahead, and tells what begins soon and was not told yet. */
    @Scheduled(
            every = "{tocsin.coverage.every}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void look() {
        var now = clock.instant();
        var all = new ArrayList<News>();
        var services = inventory.all();
        var findings = coverage.findings(services);
        for (var entry : services)
            findings.get(entry.service().id()).forEach(finding -> all.add(new News(entry, finding)));
        notices.keepOnly(all.stream().map(News::subject).toList());
        var news = new TreeMap<UUID, List<News>>();
        for (var one : all) {
            if (isNew(one, now))
                news.computeIfAbsent(one.entry().teamId(), id -> new ArrayList<>())
                        .add(one);
        }
        news.forEach((team, told) -> tell(team, told, now));
    }

    /** What holds already counts as beginning long ago: it is told once, however long it lasts. */
    private boolean isNew(News news, Instant now) {
        if (news.finding().begins().isAfter(now.plus(config.notice()))) return false;
        var begins = news.finding().begins().isAfter(now) ? news.finding().begins() : Instant.EPOCH;
        return notices.claim(news.subject(), begins, now, now.minus(config.quiet()));
    }

    private void tell(UUID team, List<News> news, Instant now) {
        news.sort(Comparator.comparing(one -> one.finding().kind()));
        var key = Secrets.hash(news.stream().map(News::subject).collect(Collectors.joining(",")))
                .substring(0, 16);
        var managers = membership.managers(team);
        for (var manager : managers)
            announcements.tell(
                    manager,
                    "On-call coverage",
                    text(manager, news, now),
                    "coverage %s %s %s %s".formatted(team, manager, key, now));
        Log.infof("coverage told team=%s findings=%d managers=%d", team, news.size(), managers.size());
    }

    /** The worst first, in the reader's own zone; the page has the rest. */
    private String text(UUID manager, List<News> news, Instant now) {
        var first = news.getFirst();
        var finding = first.finding();
        var names = membership.names(finding.person().stream().toList());
        var zone = directory.planFor(manager, Urgency.LOW).zone();
        var when = finding.begins().isAfter(now)
                ? " from " + WHEN.format(finding.begins().atZone(zone)) + " (" + zone.getId() + ")"
                : "";
        var more = news.size() == 1 ? "" : " and %d more".formatted(news.size() - 1);
        return "%s: %s%s%s. %s/coverage"
                .formatted(
                        first.entry().service().name(),
                        FindingView.text(finding, names),
                        when,
                        more,
                        config.linkBase());
    }
}
