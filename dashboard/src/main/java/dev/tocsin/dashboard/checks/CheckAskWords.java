package dev.tocsin.dashboard.checks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the forms of a check offer, explain and refuse, as {@code checkask:name} in templates. */
@MessageBundle("checkask")
public interface CheckAskWords {
    // CheckDesk.java

    @Message("Check: {name}")
    String check(String name);

    // CheckForm.java

    @Message("Give the check a name.")
    String giveTheCheckAName();

    @Message("Say how often, such as 5s, 1m or 1h.")
    String sayHowOftenSuchAs5();

    @Message("Say how long to wait, such as 5s or 500ms.")
    String sayHowLongToWaitSuch();

    @Message("A whole number from 1 to 10.")
    String aWholeNumberFrom1To();

    @Message("A whole number up to 20, or empty.")
    String aWholeNumberUpTo20();

    @Message("A number of milliseconds, such as 500, or empty.")
    String aNumberOfMillisecondsSuchAs();

    @Message("Choose among the checks shown.")
    String chooseAmongTheChecksShown();

    // CheckFormPages.java

    @Message("Website")
    String website();

    @Message("Port")
    String port();

    @Message("Certificate")
    String certificate();

    @Message("Ping")
    String ping();

    @Message("2 where offered, or else 1.1")
    String n2WhereOfferedOrElse1();

    @Message("Check created. It is probed within a second.")
    String checkCreatedItIsProbedWithin();

    @Message("Check created, but its task does not know of it yet: {why}")
    String checkCreatedButItsTaskDoes(String why);

    @Message("Check created. Its task is done once it has run.")
    String checkCreatedItsTaskIsDone();

    @Message("This check is edited in code: change it in {file}, line {n}.")
    String thisCheckIsEditedInCode(String file, long n);

    @Message("Check saved.")
    String checkSaved();

    @Message("Figures, jobs, plugins")
    String figuresJobsPlugins();

    // KindForm.java

    @Message("A length of time such as 30s, 5m or 1d.")
    String aLengthOfTimeSuchAs();

    @Message("One per line, such as password: hunter2.")
    String oneALineSuchAsPassword();

    // KindFormPages.java

    @Message("A page of metrics, as exporters show it")
    String aPageOfMetricsAsExporters();

    @Message("A Prometheus server, asked by PromQL")
    String aPrometheusServerAskedByPromql();

    @Message("A bare number")
    String aBareNumber();

    @Message("A ratio: 0.5 is 50\u00a0%")
    String aRatio05Is50();

    @Message("Percent")
    String percent();

    @Message("Bytes")
    String bytes();

    @Message("Seconds")
    String seconds();

    @Message("Saved. Now make the address that the job calls.")
    String savedNowMakeTheAddressThat();

    @Message("Write a crontab line first.")
    String writeACrontabLineFirst();

    // TargetForm.java

    @Message("Say which name to ask for, such as shop.example.")
    String sayWhichNameToAskFor();

    @Message("Say which host to ask.")
    String sayWhichHostToAsk();

    @Message("A port from 1 to 65535, such as 443.")
    String aPortFrom1To65535();

    @Message("Say which address to ask, such as https://example.org/health.")
    String sayWhichAddressToAskSuch();

    @Message("One header a line, such as Accept: application/json.")
    String oneHeaderALineSuchAs();

    @Message("A whole number from 0 to 10.")
    String aWholeNumberFrom0To();

    // Words.java

    @Message("Nobody has probed it yet.")
    String nobodyHasProbedItYet();

    @Message("Nobody has probed it for too long.")
    String nobodyHasProbedItForToo();

    @Message("We do not keep up with what we owe.")
    String weDoNotKeepUpWith();

    @Message("Our own network is gone.")
    String ourOwnNetworkIsGone();

    @Message("The probe failed on our side.")
    String theProbeFailedOnOurSide();

    @Message("Certificate of")
    String certificateOf();

    @Message("A job that calls us")
    String aJobThatCallsUs();

    @Message("Figures")
    String figures();

    @Message("A plugin")
    String aPlugin();

    @Message("{#switch kind}{#case 'icmp'}Ping{#case 'heartbeat'}Jobs{#case 'metrics'}Figures{#case "
            + "'plugin'}Plugins{#case 'http'}HTTP{#case 'tcp'}TCP{#case 'tls'}TLS{#case "
            + "'dns'}DNS{#else}{kind}{/switch}")
    String kindName(String kind);

    @Message("Silence raises the alarm: say when the job is to call, and how late it may be.")
    String silenceRaisesTheAlarmSayWhen();

    @Message("Where the figures are, what to compute, and what must hold.")
    String whereTheFiguresAreWhatTo();

    @Message("Which plugin to run, with which arguments, and whom to wake.")
    String whichPluginToRunWithWhich();

    @Message("One per line, such as degraded: took < 30m. Empty: a success is enough.")
    String oneALineSuchAsDegraded();

    @Message("One per line, such as value > 50% or degraded: value > 20GB. Of many series each must be as wanted.")
    String oneALineSuchAsValue();

    @Message("One per line, such as perf(\"time\") < 200ms. Empty: the exit code decides.")
    String oneALineSuchAsPerf();

    @Message("waited for: nobody is told before it has called")
    String waitedForNobodyIsToldBefore();

    @Message("in time")
    String inTime();

    @Message("late")
    String late();

    @Message("failed, as it said itself")
    String failedAsItSaidItself();

    @Message("not finished in time")
    String notFinishedInTime();

    @Message("Begins")
    String begins();

    @Message("Succeeded")
    String succeeded();

    @Message("Failed")
    String failed();

    @Message("A note")
    String aNote();
}
