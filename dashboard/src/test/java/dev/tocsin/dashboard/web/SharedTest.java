package dev.tocsin.dashboard.web;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void manyShareOneAnswer() {
        var shared = new Shared<Integer>(Duration.ofHours(1));
        for (var i = 0; i < 5; i++)
            assertThat(shared.get(asked::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void anOldAnswerServesNobody() {
        var shared = new Shared<Integer>(Duration.ZERO);
        assertThat(shared.get(asked::incrementAndGet)).isEqualTo(1);
        assertThat(shared.get(asked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoComesWhileItIsOnItsWayWaitsForItAndDoesNotAskAgain() throws InterruptedException {
        var shared = new Shared<Integer>(Duration.ofHours(1));
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> shared.get(() -> {
            begun.countDown();
            await(go);
            return asked.incrementAndGet();
        }));
        begun.await();
        var second = CompletableFuture.supplyAsync(() -> shared.get(asked::incrementAndGet));
        go.countDown();
        assertThat(first.join()).isEqualTo(1);
        assertThat(second.join()).isEqualTo(1);
    }

    @Test
    void aFailureIsForgotten() {
        var shared = new Shared<Integer>(Duration.ofHours(1));
        assertThatThrownBy(() -> shared.get(() -> {
                    throw new IllegalStateException("silent");
                }))
                .hasMessage("silent");
        assertThat(shared.get(asked::incrementAndGet)).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
