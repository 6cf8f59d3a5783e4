package dev.tocsin.dashboard.postmortems;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the facts of a postmortem, as {@code fact:name} in templates. */
@MessageBundle("fact")
public interface FactWords {
    // FactLines.java

    @Message("Triggered")
    String triggered();

    @Message("Detected by")
    String detectedBy();

    @Message("Acknowledged")
    String acknowledged();

    @Message("Resolved")
    String resolved();

    @Message("Duration")
    String duration();

    @Message("Time to acknowledge (MTA)")
    String timeToAcknowledgeMta();

    @Message("Time to resolve (MTR)")
    String timeToResolveMtr();

    @Message("Impact")
    String impact();

    @Message("Undetected")
    String undetected();

    @Message("Pages sent")
    String pagesSent();

    @Message("People paged")
    String peoplePaged();

    @Message("Escalations")
    String escalations();

    @Message("Acknowledged by")
    String acknowledgedBy();

    @Message("{name}{#if channel} {channel}{/if}")
    String by(String name, String channel);

    @Message(
            "{#switch channel}{#case 'sms'}by SMS{#case 'link'}by SMS link{#case 'web'}on the dashboard{#case 'dashboard'}on the dashboard{#case 'voice'}by phone{#case 'api'}by API{#case 'email'}by e-mail{#else}by {channel}{/switch}")
    String through(String channel);

    @Message("Resolved by")
    String resolvedBy();

    @Message("Probe graph")
    String probeGraph();

    @Message("not yet known")
    String notYetKnown();

    @Message("contradicts itself")
    String contradictsItself();

    @Message("did not happen")
    String didNotHappen();

    @Message("Corrected, was not recorded. {who}, {at}: {reason}")
    String correctedWasNotRecorded(String who, String at, String reason);

    @Message("Corrected, was {was}. {who}, {at}: {reason}")
    String correctedWas(String was, String who, String at, String reason);

    @Message("{check}: {n} of {n2} probes failed in {length}")
    String ofProbesFailedIn(String check, long n, long n2, String length);

    @Message("nobody")
    String nobody();

    // FactPages.java

    @Message("Say what it should be.")
    String sayWhatItShouldBe();

    @Message("Say why: readers see it beside the value.")
    String sayWhyReadersSeeItBeside();

    @Message("What was measured stands again.")
    String whatWasMeasuredStandsAgain();

    @Message("Corrected, with your reason beside it.")
    String correctedWithYourReasonBesideIt();

    @Message("Choose a person.")
    String chooseAPerson();

    @Message("{name} sees to it now.")
    String seesToItNow(String name);

    // Report.java

    @Message("not recorded")
    String notRecorded();

    @Message("Standard")
    String standard();

    @Message("{n} to {n2}")
    String range(long n, long n2);
}
