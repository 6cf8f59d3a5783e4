package dev.tocsin.dashboard.checks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.checks.KindsClient.Heartbeat;
import dev.tocsin.dashboard.checks.KindsClient.Kept;
import dev.tocsin.dashboard.web.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class KindFormTest {
    @Test
    void aJobIsDescribedAsTheServiceWantsIt() {
        var form = posted(
                "heartbeat",
                Map.of(
                        "name", List.of(" Nightly backup "),
                        "heartbeat.cron", List.of("30 2 * * *"),
                        "heartbeat.zone", List.of("Europe/Berlin"),
                        "heartbeat.grace", List.of("1h"),
                        "conditions", List.of("degraded: took < 30m\r\n\r\ntook exists"),
                        "interval", List.of("10s"),
                        "failureThreshold", List.of("1")));
        assertThat(form.checked(true).form().refused()).isFalse();
        var sent = form.sent(null);
        assertThat(sent.heartbeat())
                .isEqualTo(new Heartbeat(null, "30 2 * * *", "Europe/Berlin", Duration.ofHours(1), null));
        assertThat(sent.metrics()).isNull();
        assertThat(sent.plugin()).isNull();
        assertThat(sent.conditions()).containsExactly("degraded: took < 30m", "took exists");
        assertThat(sent.interval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aPluginsArgumentsAreLinesAndItsSecretsAreNamed() {
        var form = posted(
                "plugin",
                Map.of(
                        "name", List.of("x"),
                        "plugin.plugin", List.of("check_http"),
                        "plugin.arguments", List.of("-H\nshop.example\n-a\n{login}\n"),
                        "plugin.secrets", List.of("login: asha:pa:ss")));
        assertThat(form.sent(null).plugin().arguments()).containsExactly("-H", "shop.example", "-a", "{login}");
        assertThat(form.sent(null).plugin().secrets()).containsEntry("login", "asha:pa:ss");
        var wrong = posted("plugin", Map.of("name", List.of("x"), "plugin.secrets", List.of("no colon")));
        assertThat(wrong.checked(true).form().wrong("plugin.secrets")).isTrue();
    }

    @Test
    void whatTheFormDoesNotShowStaysAsItWas() {
        var before = new Kept(
                null,
                "x",
                null,
                "metrics",
                null,
                null,
                null,
                List.of(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(7),
                2,
                5,
                3,
                Duration.ofMillis(300),
                false,
                List.of(),
                4,
                false,
                null);
        var sent = posted("metrics", Map.of("name", List.of("x"), "failureThreshold", List.of("2")))
                .sent(before);
        assertThat(sent.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(sent.failureWindow()).isEqualTo(5);
        assertThat(sent.successThreshold()).isEqualTo(3);
        assertThat(sent.degradedAfter()).isEqualTo(Duration.ofMillis(300));
        assertThat(sent.detectFlapping()).isFalse();
    }

    @Test
    void whatCannotBeUnderstoodIsNamedBesideItsField() {
        var checked = posted(
                        "heartbeat",
                        Map.of(
                                "heartbeat.grace",
                                List.of("soon"),
                                "interval",
                                List.of("often"),
                                "failureThreshold",
                                List.of("x")))
                .checked(true);
        assertThat(checked.form().errors())
                .extracting("field")
                .containsExactlyInAnyOrder("name", "heartbeat.grace", "interval", "failureThreshold");
    }

    @Test
    void everyTileOpensAFormThatIsFilledIn() {
        var all = Stream.of(Recipe.services(), Recipe.machines(), Recipe.others())
                .flatMap(List::stream)
                .toList();
        assertThat(all).extracting(Recipe::key).doesNotHaveDuplicates();
        for (var recipe : all) {
            assertThat(Recipe.of(recipe.key())).contains(recipe);
            var own = KindForm.KINDS.contains(recipe.kind());
            assertThat(recipe.href()).startsWith(own ? "/checks/new/" + recipe.kind() : "/checks/new?");
            if (own)
                assertThat(KindForm.blank(recipe.kind(), null, recipe.fields())
                                .form()
                                .names())
                        .containsAll(recipe.fields().keySet());
        }
        var fast = Recipe.of("fast").orElseThrow();
        assertThat(fast.on("")).isEqualTo("/checks/new?http.maxLatency=500");
        assertThat(fast.on("17")).isEqualTo("/checks/new?http.maxLatency=500&service=17");
    }

    private static KindForm posted(String kind, Map<String, List<String>> fields) {
        return new KindForm(kind, Form.posted(fields));
    }
}
