package dev.tocsin.postmortem.action;

import java.util.Optional;

import dev.tocsin.postmortem.report.Content;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedTest {
    @ParameterizedTest
    @CsvSource({
        "Add monitoring on https://shop.example/pay., '', https://shop.example/pay",
        "Add a check of the queue, '', *",
        "Set up an HTTP probe for db.internal:5432, '', db.internal:5432",
        "Rotate the key, tcp.example:443, tcp.example:443",
        "Check the certificates, '', ''",
        "Alert 14 days before a certificate expires, '', ''"
    })
    void aTaskThatAddsMonitoringSaysWhatIsToBeWatched(String title, String check, String watched) {
        var task = new Content.Task(null, title, "", Optional.empty(), Optional.empty(), "", "", check);

        assertThat(Watched.by(task)).isEqualTo(watched);
    }
}
