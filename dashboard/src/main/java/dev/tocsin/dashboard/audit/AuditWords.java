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

    /** @param action as the audit log writes it, such as {@code team.created} */
    @Message("""
            {#switch action}
            {#case 'api-token.created'}API token created
            {#case 'api-token.revoked'}API token revoked
            {#case 'calendar.created'}Calendar link made
            {#case 'calendar.revoked'}Calendar link revoked
            {#case 'calendar.rotated'}Calendar link renewed
            {#case 'channel.trouble'}A carrier refuses us
            {#case 'connection.tested'}Connection tested
            {#case 'contact-method.added'}Contact method added
            {#case 'contact-method.code-sent'}Code sent to a contact method
            {#case 'contact-method.disabled'}Contact method disabled
            {#case 'contact-method.enabled'}Contact method enabled
            {#case 'contact-method.removed'}Contact method removed
            {#case 'contact-method.test-arrived'}Test page arrived
            {#case 'contact-method.tested'}Test page sent
            {#case 'contact-method.verified'}Contact method verified
            {#case 'figures.rebuilt'}Figures rebuilt
            {#case 'first-steps.brought-back'}First steps brought back
            {#case 'first-steps.put-away'}First steps put away
            {#case 'identity.linked'}Sign-in linked
            {#case 'incident.acknowledged'}Incident acknowledged
            {#case 'incident.escalated'}Incident escalated
            {#case 'incident.raised'}Incident raised
            {#case 'incident.reassigned'}Incident reassigned
            {#case 'incident.resolved'}Incident resolved
            {#case 'incident.responder-added'}Responder added
            {#case 'incident.snooze-ended'}Snooze ended
            {#case 'incident.snoozed'}Incident snoozed
            {#case 'incidents.imported'}Incidents imported
            {#case 'integration.created'}Integration created
            {#case 'integration.key-revoked'}Integration key revoked
            {#case 'integration.key-rotated'}Integration key renewed
            {#case 'integration.mapping-removed'}Mapping removed
            {#case 'integration.mapping-set'}Mapping set
            {#case 'integration.revoked'}Integration revoked
            {#case 'invitation.renewed'}Invitation sent again
            {#case 'invitation.revoked'}Invitation taken back
            {#case 'maintenance.changed'}Maintenance changed
            {#case 'maintenance.deleted'}Maintenance deleted
            {#case 'maintenance.ended'}Maintenance ended
            {#case 'maintenance.planned'}Maintenance planned
            {#case 'notification-rules.changed'}Notification rules changed
            {#case 'override.created'}Override created
            {#case 'override.deleted'}Override deleted
            {#case 'password.changed'}Password changed
            {#case 'password.link-made'}Password link made
            {#case 'person.changed'}Person changed
            {#case 'person.created'}Person created
            {#case 'person.invited'}Person invited
            {#case 'person.password-reset'}Password reset
            {#case 'policy.changed'}Policy changed
            {#case 'policy.created'}Policy created
            {#case 'policy.deleted'}Policy deleted
            {#case 'schedule.changed'}Schedule changed
            {#case 'schedule.created'}Schedule created
            {#case 'schedule.deleted'}Schedule deleted
            {#case 'service.changed'}Service changed
            {#case 'service.created'}Service created
            {#case 'service.deleted'}Service deleted
            {#case 'session.ended'}Signed out
            {#case 'session.ended-all'}All sessions ended
            {#case 'session.opened'}Signed in
            {#case 'team.changed'}Team changed
            {#case 'team.created'}Team created
            {#case 'team.deleted'}Team deleted
            {#case 'team.joined'}Joined a team
            {#case 'team.left'}Left a team
            {#case 'team.role-changed'}Role in a team changed
            {#case 'temporary.created'}Temporary schedule created
            {#case 'temporary.deleted'}Temporary schedule deleted
            {#case 'texts.ignored'}Texts ignored
            {#case 'texts.restarted'}Texts allowed again
            {#case 'texts.stopped'}Texts stopped
            {#case 'webhook.changed'}Webhook changed
            {#case 'webhook.created'}Webhook created
            {#case 'webhook.deleted'}Webhook deleted
            {#case 'webhook.disabled'}Webhook disabled
            {#case 'webhook.enabled'}Webhook enabled
            {#case 'webhook.redelivered'}Webhook sent again
            {#case 'webhook.secret-rotated'}Webhook secret renewed
            {#case 'webhook.tested'}Webhook tested
            {#else}{action}
            {/switch}""")
    String done(String action);
}
