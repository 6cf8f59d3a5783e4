package dev.tocsin.monitor;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MonitorTest {
    @Test
    void productionDoesNotStartWithoutADatabasePasswordAndSaysSo() {
        assertThat(Monitor.fault(Map.of()))
                .hasValueSatisfying(s -> assertThat(s).contains("TOCSIN_DB_PASSWORD"));
        assertThat(Monitor.fault(Map.of("TOCSIN_DB_PASSWORD", " "))).isPresent();
        assertThat(Monitor.fault(Map.of("TOCSIN_DB_PASSWORD", "s3cret"))).isEmpty();
    }

    @Test
    void aSettingThatCannotBeUsedIsNamed() {
        assertThat(Monitor.fault(Map.of("TOCSIN_DB_PASSWORD", "s3cret", "TOCSIN_EGRESS_ALLOW", "10.0.0.0/8, ten")))
                .contains("TOCSIN_EGRESS_ALLOW cannot be used: \"ten\" is not a range such as 10.0.0.0/8.");
        assertThat(Monitor.fault(Map.of("TOCSIN_DB_PASSWORD", "s3cret", "TOCSIN_EVENTS_URL", "oncall:8082")))
                .contains("TOCSIN_EVENTS_URL cannot be used: must start with http:// or https://.");
    }
}
