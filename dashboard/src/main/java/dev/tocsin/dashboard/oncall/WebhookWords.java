package dev.tocsin.dashboard.oncall;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about outbound webhooks, as {@code webhook:name} in templates. */
@MessageBundle("webhook")
public interface WebhookWords {
    // WebhookPages/edit.html

    @Message("Edit webhook")
    String editWebhook();

    @Message("New webhook")
    String newWebhook();

    @Message("Webhooks")
    String webhooks();

    @Message("Sends to")
    String sendsTo();

    @Message("Who is told, such as the chat of the shop.")
    String whoIsToldSuchAs();

    @Message("A POST with JSON goes there. Private addresses only where the operator allows them.")
    String aPostWithJsonGoes();

    @Message("Incidents of")
    String incidentsOf();

    @Message("every team (administrators only)")
    String everyTeamAdministratorsOnly();

    @Message("Tell of")
    String tellOf();

    @Message("Save webhook")
    String saveWebhook();

    // WebhookPages/list.html

    @Message("Other systems that are told what happens to incidents. Every message is signed.")
    String otherSystemsThatAreTold();

    @Message("Nobody outside is told yet")
    String nobodyOutsideIsToldYet();

    @Message("A webhook tells a chat, a ticket system or a program of your own when an incident is triggered, "
            + "acknowledged or resolved.")
    String aWebhookTellsAChat();

    @Message("Name|Team|State")
    String nameTeamState();

    @Message("every team")
    String everyTeam();

    // WebhookPages/one.html

    @Message("Send a test")
    String sendATest();

    @Message("New secret")
    String newSecret();

    @Message("Make a new secret? It is shown once. For a day both the new and the old one sign.")
    String makeANewSecretIt();

    @Message("Make a new secret")
    String makeANewSecret();

    @Message("Delete this webhook? Nothing more is sent.")
    String deleteThisWebhookNothingMore();

    @Message("Delete the webhook")
    String deleteTheWebhook();

    @Message("Switched off [1]: [2]. What happened since was not sent.")
    String switchedOffWhatHappenedSince();

    @Message("Switch on")
    String switchOn();

    @Message("Nothing got through since [1]. It is tried again; after a day it is switched off.")
    String nothingGotThroughSinceIt();

    @Message("What was sent")
    String whatWasSent();

    @Message("Nothing sent yet")
    String nothingSentYet();

    @Message("Send a test, or wait for the next incident.")
    String sendATestOrWait();

    @Message("next try [1]")
    String nextTry();

    @Message("after {latency}")
    String afterLatency(String latency);

    @Message("Try [1], [2]: [3] [4]")
    String tryIt();

    @Message("What was answered")
    String whatWasAnswered();

    @Message("Sent")
    String sent();

    @Message("Send again")
    String sendAgain();

    @Message("Events")
    String events();

    @Message("Signed by")
    String signedBy();

    @Message("Standard Webhooks: [1], [2], [3]")
    String standardWebhooks();

    // WebhookPages/secret.html

    @Message("The secret of {webhook}")
    String theSecretOfWebhook(String webhook);

    @Message("Signing secret")
    String signingSecret();

    @Message("Shown only now. The receiver checks with it that a message is from here.")
    String shownOnlyNowTheReceiver();

    @Message("Any Standard Webhooks library takes it as it is: HMAC-SHA256 over [1].")
    String anyStandardWebhooksLibraryTakes();

    // WebhookPages.java

    @Message("Webhook saved.")
    String webhookSaved();

    @Message("No new secret: {why}")
    String noNewSecret(String why);

    @Message("Switched on. Send a test to see whether it works now.")
    String switchedOnSendATestTo();

    @Message("A test is on its way. Reload to see what came back.")
    String aTestIsOnItsWay();

    @Message("Sent again, under the same id. Reload to see what came back.")
    String sentAgainUnderTheSameId();

    @Message("Webhook deleted. Nothing more is sent.")
    String webhookDeletedNothingMoreIsSent();

    @Message("Not deleted: {why}")
    String notDeleted(String why);

    @Message("Not done: {why}")
    String notDone(String why);

    @Message("Give the webhook a name.")
    String giveTheWebhookAName();

    @Message("Say where to send, such as https://example.com/hook.")
    String sayWhereToSendSuchAs();

    @Message("Choose at least one event.")
    String chooseAtLeastOneEvent();

    @Message(
            "{#switch state}{#case 'ok'}OK{#case 'failing'}Failing{#case 'disabled'}Disabled{#case 'delivered'}Delivered{#case 'pending'}Pending{#case 'failed'}Failed{#else}{state}{/switch}")
    String state(String state);

    @Message(
            "{#switch code}{#case 'incident.triggered'}Triggered{#case 'incident.acknowledged'}Acknowledged{#case 'incident.ack-timeout'}Acknowledgement ran out{#case 'incident.escalated'}Escalated{#case 'incident.reassigned'}Handed on{#case 'incident.responder-added'}Somebody asked to help{#case 'incident.snoozed'}Put aside{#case 'incident.note'}Note added{#case 'incident.policy-exhausted'}Nobody left to page{#case 'incident.resolved'}Resolved{#else}{code}{/switch}")
    String event(String code);
}
