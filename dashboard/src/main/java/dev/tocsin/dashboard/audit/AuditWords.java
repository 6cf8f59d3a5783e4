package dev.tocsin.dashboard.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the audit log, as {@code audit:name} in templates. */
@MessageBundle("audit")
public interface AuditWords {
    // AuditPages/list.html

    @Message("Audit log")
    String auditLog();

    @Message("Admin")
    String admin();

    @Message("Who changed what. Entries are written with the change itself and never changed.")
    String whoChangedWhatEntriesAre();

    @Message("Administration")
    String administration();

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("Nothing matches")
    String nothingMatches();

    @Message("Every change of people, teams, schedules, policies, services and incidents by a person stands here.")
    String everyChangeOfPeopleTeams();

    @Message("When|Who|What|On|Detail")
    String whenWhoWhatOnDetail();

    @Message("When")
    String when();

    @Message("On")
    String on();

    @Message("Detail")
    String detail();
}
