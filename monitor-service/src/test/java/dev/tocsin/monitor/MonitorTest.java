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
}
