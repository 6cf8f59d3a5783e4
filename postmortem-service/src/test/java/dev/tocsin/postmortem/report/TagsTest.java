package dev.tocsin.postmortem.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TagsTest {
    @Test
    void eachTagHasOneSpellingAndStandsOnce() {
        assertThat(Tags.of(List.of("  TLS  Certificates! ", "tls-certificates", "DNS", "—", "Größe", "")))
                .containsExactly("tls-certificates", "dns", "größe");
    }

    @Test
    void reportsOfBeforeTagsReadAsHavingNone() {
        assertThat(Content.startingAs("checkout", "UTC", List.of()).tags()).isEmpty();
    }
}
