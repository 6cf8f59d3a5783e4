package dev.tocsin.monitor;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonitorTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void productionDoesNotStartWithoutADatabasePasswordAndSaysSo() {
        assertThat(Monitor.fault(Map.of()))
                .hasValueSatisfying(s -> assertThat(s).contains("TOCSIN_DB_PASSWORD"));
        assertThat(Monitor.fault(Map.of("TOCSIN_DB_PASSWORD", " "))).isPresent();
        assertThat(Monitor.fault(Map.of("TOCSIN_DB_PASSWORD", "s3cret", "TOCSIN_MONITOR_KEY", KEY)))
                .isEmpty();
    }

    @Test
    void productionDoesNotStartWithoutAKeyForTheSecrets() {
        assertThat(Monitor.fault(Map.of("TOCSIN_DB_PASSWORD", "s3cret", "TOCSIN_MONITOR_KEY", "short")))
                .contains("set TOCSIN_MONITOR_KEY to at least 32 random characters; it seals the secrets of checks.");
    }

    @Test
    void aReferenceThatIsNoneIsNamed() {
        assertThat(Monitor.fault(Map.of(
                        "TOCSIN_DB_PASSWORD",
                        "s3cret",
                        "TOCSIN_MONITOR_KEY",
                        KEY,
                        "TOCSIN_REFERENCE_TARGETS",
                        "1.1.1.1")))
                .contains(
                        "TOCSIN_REFERENCE_TARGETS cannot be used: \"1.1.1.1\" must start with http:// or https:// (or tcp://host:port).");
    }

    @Test
    void aSettingThatCannotBeUsedIsNamed() {
        assertThat(Monitor.fault(Map.of(
                        "TOCSIN_DB_PASSWORD",
                        "s3cret",
                        "TOCSIN_MONITOR_KEY",
                        KEY,
                        "TOCSIN_EGRESS_ALLOW",
                        "10.0.0.0/8, ten")))
                .contains("TOCSIN_EGRESS_ALLOW cannot be used: \"ten\" is not a range such as 10.0.0.0/8.");
        assertThat(Monitor.fault(Map.of(
                        "TOCSIN_DB_PASSWORD", "s3cret", "TOCSIN_MONITOR_KEY", KEY, "TOCSIN_EVENTS_URL", "oncall:8082")))
                .contains("TOCSIN_EVENTS_URL cannot be used: must start with http:// or https://.");
    }
}
