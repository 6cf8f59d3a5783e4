package dev.tocsin.dashboard.incidents;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FilterTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theUsualListIsWhatIsOpen() {
        var query = new Filter(null, null, "", null, null, null, null, null).query(BERLIN, 50, null);
        assertThat(query.parameters())
                .containsOnly(
                        org.assertj.core.api.Assertions.entry("state", "triggered,acknowledged"),
                        org.assertj.core.api.Assertions.entry("limit", "50"));
    }

    @Test
    void datesAreLocalAndTheLastDayIsWhole() {
        var query = new Filter("all", null, null, null, null, "2026-03-29", "2026-03-29", null).query(BERLIN, 50, "c");
        assertThat(query.parameters())
                .containsEntry("from", "2026-03-28T23:00:00Z")
                .containsEntry("to", "2026-03-29T22:00:00Z")
                .containsEntry("cursor", "c")
                .doesNotContainKey("state");
    }

    @Test
    void aMistypedDateDoesNotNarrow() {
        assertThat(new Filter("all", null, null, null, null, "yesterday", "", null)
                        .query(BERLIN, 50, null)
                        .parameters())
                .doesNotContainKeys("from", "to");
    }

    @Test
    void theAddressHoldsTheWholeFilter() {
        var filter = new Filter("resolved", "a&b", null, "critical", null, null, null, null);
        assertThat(filter.address()).isEqualTo("?state=resolved&team=a%26b&severity=critical");
        assertThat(filter.address("x=")).isEqualTo("?state=resolved&team=a%26b&severity=critical&cursor=x%3D");
        assertThat(new Filter(null, null, null, null, null, null, null, null).address("x"))
                .isEqualTo("?cursor=x");
    }
}
