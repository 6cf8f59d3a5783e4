package dev.tocsin.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Loads everything in the order in which one thing needs another, and says what stands. */
final class Loader {
    /** Any number would do; this one gave a quarter that looks like one. */
    private static final long SEED = 20_261;

    private final Apis apis;
    private final Demo.Urls urls;
    private final Instant now;
    private final PrintStream out;

    Loader(Apis apis, Demo.Urls urls, Instant now, PrintStream out) {
        this.apis = apis;
        this.urls = urls;
        this.now = now;
        this.out = out;
    }

    void load() throws DemoException {
        if (!apis.oncall().get("/api/v1/teams?limit=1").path("items").isEmpty())
            throw new DemoException("this data directory already has teams: demo data goes only into a fresh one");
        var company = Company.read();
        var staff = Staff.hire(apis.oncall(), apis.phones(), company, now);
        out.printf(
                "Demo: %s has %d teams, %d people, %d rotations and %d services%n",
                company.name(),
                company.teams().size(),
                company.people().size(),
                company.schedules().size(),
                company.services().size());

        var checks = new Watch(apis.monitor(), urls, staff).begin(Check.readAll());
        out.printf("Demo: %d checks watch what runs on this machine%n", checks);

        var escalation = new WhoWasOnCall(company, staff.shifts(now.minus(Duration.ofDays(History.DAYS + 2)), now));
        var history = new History(Trouble.readAll(), escalation, company.zone(), now, SEED).with(Report.readAll());
        var archive = new Archive(apis, staff, now);
        var imported = archive.store(history);
        out.printf("Demo: %d incidents of the last %d days%n", imported.size(), History.DAYS);

        var reports = archive.publish(imported);
        out.printf("Demo: %d postmortems to read%n", reports);
    }
}
