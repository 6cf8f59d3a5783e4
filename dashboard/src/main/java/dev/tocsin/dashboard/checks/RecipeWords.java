package dev.tocsin.dashboard.checks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what people often watch, as {@code recipe:name} in templates. */
@MessageBundle("recipe")
public interface RecipeWords {
    // Recipe.java

    @Message("A website answers")
    String aWebsiteAnswers();

    @Message("HTTP 200, from any address you name.")
    String http200FromAnyAddressYou();

    @Message("It answers in under 500 ms")
    String itAnswersInUnder500Ms();

    @Message("Up to the last byte; slower is a failure.")
    String upToTheLastByteSlower();

    @Message("A port is open")
    String aPortIsOpen();

    @Message("A database, a mail server, anything that listens.")
    String aDatabaseAMailServerAnything();

    @Message("More than 50\u00a0% of the disk is free")
    String moreThan50OfTheDisk();

    @Message("Of the root file system, as node_exporter tells it.")
    String ofTheRootFileSystemAs();

    @Message("Disk of ")
    String diskOf();

    @Message("A daemon is up")
    String aDaemonIsUp();

    @Message("A systemd unit is active, as node_exporter --collector.systemd tells it.")
    String aSystemdUnitIsActiveAs();

    @Message("Daemon ")
    String daemon();

    @Message("Enough memory is left")
    String enoughMemoryIsLeft();

    @Message("More than 10\u00a0% available; less than 20\u00a0% is degraded.")
    String moreThan10AvailableLessThan();

    @Message("Memory of ")
    String memoryOf();

    @Message("The load is bearable")
    String theLoadIsBearable();

    @Message("The load of five minutes for each processor, below 1.5.")
    String theLoadOfFiveMinutesFor();

    @Message("Load of ")
    String loadOf();

    @Message("A process runs")
    String aProcessRuns();

    @Message("At least one of that name, on the machine that the monitor runs on.")
    String atLeastOneOfThatName();

    @Message("Process ")
    String process();

    @Message("A job runs in time")
    String aJobRunsInTime();

    @Message("It calls us when it is done; silence raises the alarm.")
    String itCallsUsWhenItIs();

    @Message("The nightly backup ran")
    String theNightlyBackupRan();

    @Message("At half past two, with an hour of grace.")
    String atHalfPastTwoWithAn();

    @Message("Nightly backup")
    String nightlyBackup();

    @Message("Any figure")
    String anyFigure();

    @Message("Whatever an exporter shows on its page.")
    String whateverAnExporterShowsOnIts();

    @Message("A Prometheus query")
    String aPrometheusQuery();

    @Message("PromQL, asked of your server.")
    String promqlAskedOfYourServer();

    @Message("A Nagios plugin")
    String aNagiosPlugin();

    @Message("Debian’s monitoring-plugins, or your own.")
    String debiansMonitoringPluginsOrYourOwn();
}
