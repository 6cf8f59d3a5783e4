package dev.tocsin.dashboard.wellbeing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.web.Answer;
import dev.tocsin.dashboard.wellbeing.Report.Mood;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Carrier;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Channel;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Debt;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Engine;
import dev.tocsin.dashboard.wellbeing.WellbeingClients.Prober;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class ReportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Answer<Prober> PROBER =
            Answer.of(new Prober(Duration.ofMillis(4), new Debt(900, 900, 1), null));
    private static final Answer<Integer> REPORTS = Answer.of(1);

    @Test
    void whenAllIsWellNothingIsCountedAsTrouble() {
        var report = report(engine("ok", 0, Duration.ZERO, Duration.ofSeconds(3), NOW.minusSeconds(20)));
        assertThat(report.troubles()).isZero();
        assertThat(words(report, "Heartbeat")).isEqualTo("taken 20\u00a0s ago");
        assertThat(words(report, "Carriers")).isEqualTo("took 11 of the 12 messages of the last 5 minutes");
    }

    @Test
    void anEngineThatIsBehindSaysByHowMuch() {
        var report = report(engine("late", 3, Duration.ofMinutes(2), Duration.ofSeconds(3), NOW));
        assertThat(mood(report, "Paging")).isEqualTo(Mood.BAD);
        assertThat(words(report, "Paging")).isEqualTo("the engine is 2\u00a0min behind, 3 steps overdue");
    }

    @Test
    void aServiceThatAnswersWithoutItsDatabaseIsNotCalledWell() {
        var report = report(engine("ok", 0, Duration.ZERO, Duration.ofSeconds(45), NOW));
        assertThat(mood(report, "Paging")).isEqualTo(Mood.SILENT);
        assertThat(words(report, "Paging")).contains("45\u00a0s");
    }

    @Test
    void silenceOfOneIsALineAndTheOthersStand() {
        var report = Report.of(
                Answer.of(engine("ok", 0, Duration.ZERO, Duration.ofSeconds(1), NOW)),
                Answer.of(List.of()),
                new Answer<>(null, "monitor-service does not answer."),
                REPORTS,
                NOW);
        assertThat(mood(report, "Checks")).isEqualTo(Mood.SILENT);
        assertThat(mood(report, "Postmortems")).isEqualTo(Mood.WELL);
        assertThat(report.troubles()).isEqualTo(1);
    }

    @Test
    void aWayThatWasStoppedIsNamedWithItsReason() {
        var report = Report.of(
                Answer.of(engine("ok", 0, Duration.ZERO, Duration.ofSeconds(1), NOW)),
                Answer.of(List.of(
                        new Channel("sms", true, NOW.minusSeconds(120), "the account is suspended"),
                        new Channel("email", false, null, "no mail server is configured"))),
                PROBER,
                REPORTS,
                NOW);
        assertThat(words(report, "SMS")).isEqualTo("nothing has gone out for 2\u00a0min: the account is suspended");
        assertThat(report.troubles()).isEqualTo(1);
    }

    @Test
    void probesThatWereLeftOutAndANetworkThatIsGoneAreSaid() {
        var late = Answer.of(new Prober(Duration.ofMillis(4), new Debt(900, 540, 0.6), null));
        assertThat(words(checks(late), "Checks")).isEqualTo("ran 540 of the 900 probes that were due");
        var offline = Answer.of(new Prober(Duration.ofMillis(4), null, NOW.minusSeconds(90)));
        assertThat(words(checks(offline), "Checks")).isEqualTo("our own network has been gone for 1\u00a0min");
    }

    private static Report checks(Answer<Prober> prober) {
        return Report.of(
                Answer.of(engine("ok", 0, Duration.ZERO, Duration.ZERO, NOW)),
                Answer.of(List.of()),
                prober,
                REPORTS,
                NOW);
    }

    private static Report report(Engine engine) {
        return Report.of(Answer.of(engine), Answer.of(List.of()), PROBER, REPORTS, NOW);
    }

    private static Engine engine(String state, long overdue, Duration lag, Duration sinceAudit, Instant beat) {
        return new Engine(state, overdue, lag, sinceAudit, true, beat, false, new Carrier("ok", 11, 1));
    }

    private static String words(Report report, String what) {
        return line(report, what).words();
    }

    private static Mood mood(Report report, String what) {
        return line(report, what).mood();
    }

    private static Report.Line line(Report report, String what) {
        return report.lines().stream()
                .filter(line -> line.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
