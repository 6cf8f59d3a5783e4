package dev.tocsin.dashboard.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.web.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class FormTest {
    private final Form posted = Form.posted(
            Map.of("name", List.of("  check out "), "csrf-token", List.of("secret"), "on", List.of("true")));

    @Test
    void theTextIsKeptAsTyped() {
        assertThat(posted.text("name")).isEqualTo("  check out ");
        assertThat(posted.given("name")).contains("check out");
        assertThat(posted.checked("on")).isTrue();
    }

    @Test
    void theTokenIsNobodysField() {
        assertThat(posted.text("csrf-token")).isEmpty();
    }

    @Test
    void aServicesReasonsFindTheirFields() {
        var problem = new Problem(
                "Bad Request", 400, "2 fields are wrong", List.of(new FieldError("http.url", "must start with http")));
        var form = posted.refusedBy(new CallFailed.Refused(problem, ""));
        assertThat(form.refused()).isTrue();
        assertThat(form.headline()).isEqualTo("Not saved: 2 fields are wrong");
        assertThat(form.wrong("http.url")).isTrue();
        assertThat(form.error("http.url")).isEqualTo("must start with http");
        assertThat(form.wrong("name")).isFalse();
        assertThat(form.text("name")).isEqualTo("  check out ");
    }

    @Test
    void aSilentServiceIsNamedAndTheTextStays() {
        var form = posted.refusedBy(new CallFailed.ServiceDown("oncall-service", new RuntimeException()));
        assertThat(form.headline()).startsWith("Not saved: oncall-service does not answer.");
        assertThat(form.text("name")).isEqualTo("  check out ");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PT5M,    5,    m
            PT90S,   90,   s
            PT0.5S,  500,  ms
            PT2H,    2,    h
            PT24H,   24,   h
            P3D,     3,    d
            PT0S,    0,    s
            """)
    void aDurationIsDrawnAsNumberAndUnit(Duration length, String amount, String unit) {
        var form = Form.blank().with("delay", length);
        assertThat(form.amount("delay")).isEqualTo(amount);
        assertThat(form.unit("delay")).isEqualTo(unit);
        assertThat(form.duration("delay")).contains(length);
    }

    @Test
    void aDurationIsReadFromNumberAndUnit() {
        var form = Form.posted(Map.of("delay", List.of("1,5"), "delay.unit", List.of("m")));
        assertThat(form.duration("delay")).contains(Duration.ofSeconds(90));
        assertThat(form.amount("delay")).isEqualTo("1,5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1e9", "999999999999", "P1Y"})
    void nonsenseIsNoDurationAndStaysInItsField(String typed) {
        var form = Form.posted(Map.of("delay", List.of(typed), "delay.unit", List.of("d")));
        assertThat(form.duration("delay")).isEmpty();
        assertThat(form.amount("delay")).isEqualTo(typed);
    }
}
