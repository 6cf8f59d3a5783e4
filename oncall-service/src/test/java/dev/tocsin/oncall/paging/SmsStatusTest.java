package dev.tocsin.oncall.paging;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmsStatusTest {
    @Test
    void aLowerRankNeverFollowsAHigherOne() {
        assertThat(SmsStatus.of("sent").follows(SmsStatus.of("queued"))).isTrue();
        assertThat(SmsStatus.of("queued").follows(SmsStatus.of("sent"))).isFalse();
        assertThat(SmsStatus.of("sent").follows(SmsStatus.of("sent"))).isFalse();
        assertThat(SmsStatus.of("read").follows(SmsStatus.of("delivered"))).isTrue();
    }

    @Test
    void failureIsFinalAndDoesNotUndoAReceipt() {
        assertThat(SmsStatus.of("undelivered").follows(SmsStatus.of("sent"))).isTrue();
        assertThat(SmsStatus.of("delivered").follows(SmsStatus.of("failed"))).isFalse();
        assertThat(SmsStatus.of("failed").follows(SmsStatus.of("delivered"))).isFalse();
    }

    @Test
    void aWordWeDoNotKnowChangesNothing() {
        assertThat(SmsStatus.of("teleported").follows(SmsStatus.of("accepted"))).isFalse();
    }
}
