package dev.tocsin.oncall;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RequirementsTest {
    private static final String GOOD = "kT7-w0ven-lantern";

    @Test
    void goodSettingsHaveNoFault() {
        assertThat(faults(Map.of("TOCSIN_DB_PASSWORD", GOOD))).isEmpty();
        assertThat(faults(Map.of(
                        "TOCSIN_DB_PASSWORD", GOOD,
                        "TOCSIN_OPERATOR_TOKEN", "0123456789abcdef0123456789abcdef",
                        "TOCSIN_BOOTSTRAP_PASSWORD", "twelve-chars")))
                .isEmpty();
    }

    @Test
    void aMissingOrBlankDatabasePasswordIsNamed() {
        assertThat(faults(Map.of())).singleElement().asString().contains("TOCSIN_DB_PASSWORD is missing");
        assertThat(faults(Map.of("TOCSIN_DB_PASSWORD", " ")))
                .singleElement()
                .asString()
                .contains("is missing");
    }

    @Test
    void passwordsEverybodyGuessesAreWeak() {
        for (var weak : List.of("short", "postgres12345", "Change-Me-Please", "passwordpassword")) {
            assertThat(faults(Map.of("TOCSIN_DB_PASSWORD", weak)))
                    .singleElement()
                    .asString()
                    .contains("TOCSIN_DB_PASSWORD is weak")
                    .doesNotContain(weak);
        }
    }

    @Test
    void shortTokensAndFirstPasswordsAreEachNamed() {
        assertThat(faults(Map.of(
                        "TOCSIN_DB_PASSWORD", GOOD,
                        "TOCSIN_OPERATOR_TOKEN", "0123456789abcdef0123456789abcde",
                        "TOCSIN_BOOTSTRAP_PASSWORD", "eleven-char")))
                .satisfiesExactly(
                        first -> assertThat(first).contains("TOCSIN_OPERATOR_TOKEN"),
                        second -> assertThat(second).contains("TOCSIN_BOOTSTRAP_PASSWORD"));
    }

    private static List<String> faults(Map<String, String> settings) {
        return Requirements.faults(key -> Optional.ofNullable(settings.get(key)));
    }
}
