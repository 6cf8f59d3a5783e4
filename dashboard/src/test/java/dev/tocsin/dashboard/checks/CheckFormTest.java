package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.checks.ChecksClient.Uptime;
import dev.tocsin.dashboard.web.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class CheckFormTest {
    @Test
    void anHttpCheckIsDescribedAsTheServiceWantsIt() {
        var described = new CheckForm(Form.posted(http())).described(null);
        assertThat(described.kind()).isEqualTo("http");
        assertThat(described.tcp()).isNull();
        assertThat(described.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(described.http().maxLatency()).isEqualTo(Duration.ofMillis(500));
        assertThat(described.http().headers())
                .containsEntry("Accept", "text/html")
                .containsEntry("X-Trace", "a: b");
    }

    @Test
    void aTcpCheckCarriesNoUrl() {
        var fields = http();
        fields.put("kind", List.of("tcp"));
        fields.put("tcp.host", List.of(" db.example.org "));
        fields.put("tcp.port", List.of("5432"));
        var described = new CheckForm(Form.posted(fields)).described(null);
        assertThat(described.http()).isNull();
        assertThat(described.tcp()).satisfies(tcp -> {
            assertThat(tcp.host()).isEqualTo("db.example.org");
            assertThat(tcp.port()).isEqualTo(5432);
        });
    }

    @Test
    void conditionsAreLinesAndAMistakeIsShownUnderItsColumn() {
        var fields = http();
        fields.put("conditions", List.of("status < 400\r\n\r\n  latency < 2s && status \r\n"));
        var form = new CheckForm(Form.posted(fields));
        assertThat(form.described(null).conditions()).containsExactly("status < 400", "latency < 2s && status");
        var refused = form.form()
                .refuse("conditions[1]", "column 14: write and")
                .refuse("conditions", "must be at most 20")
                .refuse("conditions[7]", "column 1: nowhere");
        assertThat(Mistake.mistakes(refused))
                .containsExactly(new Mistake("conditions[1]", "latency < 2s && status", "             ^", "write and"));
    }

    @Test
    void everyKindIsDescribedUnderItsWordAndSecretsGoBackAsTheyCame() {
        for (var kind : CheckForm.KINDS) {
            var fields = http();
            fields.put("kind", List.of(kind));
            fields.put("http.password", List.of("•••"));
            fields.put("tls.host", List.of("shop.example"));
            fields.put("tls.port", List.of("8443"));
            fields.put("tls.tls.insecure", List.of("true"));
            fields.put("dns.name", List.of("shop.example"));
            fields.put("dns.expect", List.of("192.0.2.1\n192.0.2.2\n"));
            fields.put("icmp.host", List.of("router.example"));
            var described = new CheckForm(Form.posted(fields)).described(null);
            assertThat(described.kind()).isEqualTo(kind);
            assertThat(described.http() != null).isEqualTo(kind.equals("http"));
            assertThat(described.dns() != null).isEqualTo(kind.equals("dns"));
            if (kind.equals("http")) assertThat(described.http().password()).isEqualTo("•••");
            if (kind.equals("tls")) assertThat(described.tls().tls().insecure()).isTrue();
            if (kind.equals("dns")) assertThat(described.dns().expect()).containsExactly("192.0.2.1", "192.0.2.2");
        }
    }

    @Test
    void whatCannotBeUnderstoodIsNamedBesideItsFieldAndKept() {
        var fields = http();
        fields.put("interval", List.of("often"));
        fields.put("http.maxLatency", List.of("quick"));
        fields.put("http.headers", List.of("no colon here"));
        fields.put("failureThreshold", List.of("two"));
        var checked = new CheckForm(Form.posted(fields)).checked().form();
        assertThat(checked.errors())
                .extracting("field")
                .containsExactlyInAnyOrder("interval", "http.maxLatency", "http.headers", "failureThreshold");
        assertThat(checked.text("interval")).isEqualTo("often");
    }

    @Test
    void aTrialNeedsNoName() {
        var fields = http();
        fields.remove("name");
        var form = new CheckForm(Form.posted(fields));
        assertThat(form.checkedForTrial().form().refused()).isFalse();
        assertThat(form.checked().form().wrong("name")).isTrue();
    }

    @Test
    void aLowerBoundIsNeverRoundedUpToPerfect() {
        var figure = CheckHistory.uptime(
                "24 hours",
                new Uptime(Duration.ofHours(24), null, Duration.ofMillis(10), null, Duration.ZERO, 0.9999999, 1));
        assertThat(figure.figure()).isEqualTo("99.99 to 100\u00a0%");
        var unseen = CheckHistory.uptime(
                "24 hours",
                new Uptime(
                        Duration.ofHours(23),
                        null,
                        Duration.ofMinutes(10),
                        null,
                        Duration.ofMinutes(50),
                        0.9583,
                        0.9931));
        assertThat(unseen.figure()).isEqualTo("95.83 to 99.31\u00a0%");
        assertThat(unseen.under()).isEqualTo("50\u00a0min not seen");
        assertThat(CheckHistory.uptime(
                                "24 hours",
                                new Uptime(Duration.ZERO, null, Duration.ZERO, null, Duration.ofHours(24), 0, 1))
                        .figure())
                .isEqualTo("—");
    }

    @Test
    void slowTimeAndMaintenanceAreSaidUnderTheFigure() {
        var figure = CheckHistory.uptime(
                "7 days",
                new Uptime(
                        Duration.ofHours(20),
                        Duration.ofMinutes(30),
                        Duration.ZERO,
                        Duration.ofHours(2),
                        Duration.ZERO,
                        1,
                        1));
        assertThat(figure.figure()).isEqualTo("100\u00a0%");
        assertThat(figure.under()).isEqualTo("30\u00a0min slow, 2\u00a0h maintenance, all of it seen");
    }

    @Test
    void aBoundIsNeverShownShorterThanItIs() {
        assertThat(Words.bound(Duration.ofMillis(12_300))).isEqualTo("≤ 12.3 s");
        assertThat(Words.bound(Duration.ofMillis(12_301))).isEqualTo("≤ 12.4 s");
        assertThat(Words.bound(Duration.ofSeconds(41))).isEqualTo("≤ 41 s");
        assertThat(Words.bound(Duration.ofSeconds(161))).isEqualTo("≤ 2\u00a0min 41\u00a0s");
        assertThat(Words.bound(Duration.ofHours(25))).isEqualTo("≤ 25\u00a0h");
    }

    @Test
    void howItIsJudgedIsSentAsTyped() {
        var fields = http();
        fields.put("failureWindow", List.of("5"));
        fields.put("degradedAfter", List.of("300"));
        fields.put("parentIds", List.of("3f1c7a52-9a41-4c64-8d0e-5d2f7b8f1a10"));
        var described = new CheckForm(Form.posted(fields)).described(null);
        assertThat(described.failureWindow()).isEqualTo(5);
        assertThat(described.degradedAfter()).isEqualTo(Duration.ofMillis(300));
        assertThat(described.detectFlapping()).isFalse();
        assertThat(described.parentIds()).hasSize(1);
    }

    private static Map<String, List<String>> http() {
        var fields = new HashMap<String, List<String>>();
        fields.put("name", List.of("checkout"));
        fields.put("kind", List.of("http"));
        fields.put("http.url", List.of("https://shop.example/"));
        fields.put("http.maxLatency", List.of("500"));
        fields.put("http.headers", List.of("Accept: text/html\r\n\r\nX-Trace: a: b"));
        fields.put("interval", List.of("5s"));
        fields.put("failureThreshold", List.of("2"));
        return fields;
    }
}
