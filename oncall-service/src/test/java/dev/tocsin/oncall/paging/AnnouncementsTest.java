package dev.tocsin.oncall.paging;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Crews;
import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages that are no pages. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AnnouncementsTest {
    @Inject
    Crews crews;

    @Inject
    Announcements announcements;

    @Inject
    RecordingCourier courier;

    @Inject
    UserTransaction transaction;

    @Test
    void aWarningIsTextedOnceHoweverOftenItIsTold() throws Exception {
        var asha = crews.crew().asha();

        transaction.begin();
        assertThat(announcements.tell(asha.id(), "A gap", "Nobody is on call on Friday", "gap-" + asha.id()))
                .isTrue();
        transaction.commit();
        announcements.tell(asha.id(), "A gap", "Nobody is on call on Friday", "gap-" + asha.id());

        Await.until("it is sent", () -> !courier.to(asha.phone()).isEmpty());
        assertThat(courier.to(asha.phone()))
                .extracting(RecordingCourier.Sent::body)
                .containsExactly("Nobody is on call on Friday");
    }

    @Test
    void somebodyWithoutAProvenMethodIsNotTexted() {
        var asha = crews.crew().asha();
        crews.run("update contact_method set verified_at = null where person_id = ?", asha.id());

        assertThat(announcements.tell(asha.id(), "A gap", "Nobody is on call", "gap-" + asha.id()))
                .isFalse();
        assertThat(courier.to(asha.phone())).isEmpty();
    }
}
