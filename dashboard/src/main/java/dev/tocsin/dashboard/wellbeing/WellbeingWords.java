package dev.tocsin.dashboard.wellbeing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of how Tocsin is, as {@code wellbeing:name} in templates. */
@MessageBundle("wellbeing")
public interface WellbeingWords {
    // Report.java

    @Message("OK")
    String ok();

    @Message("Not set up")
    String notSetUp();

    @Message("Late")
    String late();

    @Message("Silent")
    String silent();

    @Message("Failing")
    String failing();

    @Message("Postmortems")
    String postmortems();

    @Message("the service and its database answer")
    String theServiceAndItsDatabaseAnswer();

    @Message("Paging")
    String paging();

    @Message("the database of oncall-service has not answered for {length}")
    String theDatabaseOfOncallServiceHas(String length);

    @Message("the engine is {lag} behind, {steps.counted('step')} overdue")
    String theEngineIsBehindOverdue(String lag, long steps);

    @Message("the service and its database answer, nothing is overdue")
    String nothingIsOverdue();

    @Message("the service and its database answer, {lag} behind")
    String behind(String lag);

    @Message("Carriers")
    String carriers();

    @Message("no page was sent in the last 5 minutes")
    String noPageWasSentInTheLast();

    @Message("took none of the {n} messages of the last 5 minutes")
    String tookNoneOfTheMessagesOf(long n);

    @Message("took {n} of the {n2} messages of the last 5 minutes")
    String tookOfTheMessagesOfThe(long n, long n2);

    @Message("Calls")
    String calls();

    @Message("Webhooks")
    String webhooks();

    @Message("nothing has gone out for {since}: {reason}")
    String nothingHasGoneOutFor(String since, String reason);

    @Message("Checks")
    String checks();

    @Message("our own network has been gone for {length}")
    String ourOwnNetworkHasBeenGone(String length);

    @Message("ran {n} of the {n2} probes that were due")
    String ranOfTheProbesThatWere(long n, long n2);

    @Message("the service and its database answer, probes start at most {lag} late")
    String probesStartLate(String lag);

    @Message("Heartbeat")
    String heartbeat();

    @Message("nobody outside would notice our silence; TOCSIN_HEARTBEAT_URL says whom to call, a fallback phone is set")
    String nobodyOutsideWouldNoticeOurSilence();

    @Message("nobody outside would notice our silence; TOCSIN_HEARTBEAT_URL says whom to call")
    String nobodyOutsideNorAPhone();

    @Message("not taken since oncall-service started")
    String notTakenSinceOncallServiceStarted();

    @Message("taken {length} ago")
    String takenAgo(String length);

    // Report.java

    @Message("E-mail")
    String eMail();
}
