package dev.tocsin.monitor.schedule;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import dev.tocsin.monitor.Await;
import dev.tocsin.monitor.ScriptedServer;
import dev.tocsin.monitor.TestClock;
import dev.tocsin.monitor.TestDatabase;
import dev.tocsin.monitor.database.Database;
import dev.tocsin.monitor.history.ResultView;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Standing;
import dev.tocsin.monitor.verdict.State;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One beat of one check against real sockets: confirmation, blame, our own network, our own hold-ups. */
class ProberTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final String BROKEN = "HTTP/1.1 503 Sorry\r\nContent-Length: 12\r\n\r\nout of order";

    private final Database database = TestDatabase.fresh();
    private final TestClock clock = new TestClock("2026-11-22T03:00:00Z");
    private final Bench bench = new Bench(database, clock);
    private final AtomicReference<String> answer = new AtomicReference<>(OK);
    private Prober prober = bench.prober();

    @Test
    void aFailureIsConfirmedAtOnceOnFreshConnectionsAndEveryAttemptIsKept() {
        try (var shop = server()) {
            var watch = bench.watch(bench.check("shop", shop.url("/"), 3));
            run(watch);
            answer.set(BROKEN);
            var seen = run(watch);
            assertThat(seen).extracting(ResultView::confirming).containsExactly(false, true, true);
            assertThat(shop.heads()).hasSize(4);
            assertThat(bench.path(watch.check().id())).containsExactly("unknown>up", "up>down trigger");
            assertThat(standing(watch).attempts()).hasSize(3).allSatisfy(attempt -> {
                assertThat(attempt.evidence().status()).contains(503);
                assertThat(attempt.evidence().address()).contains("127.0.0.1:" + shop.port());
                assertThat(attempt.evidence().phases().connect()).isPositive();
            });
            assertThat(standing(watch).attempts().getFirst().evidence().bodySample())
                    .contains("out of order");
            var details = database.first(
                            "select event -> 'payload' -> 'custom_details' ->> 'differences' as said from status_change order by id desc",
                            row -> row.text("said"))
                    .orElseThrow();
            assertThat(details).contains("status 503, was 200");
            assertThat(run(watch))
                    .as("what is known to be down is not confirmed again")
                    .hasSize(1);
        }
    }

    @Test
    void aConfirmationThatSucceedsChangesNothingAndIsSaid() {
        var requests = new AtomicInteger();
        try (var shop = new ScriptedServer(
                (socket, head) -> ScriptedServer.send(socket, requests.incrementAndGet() == 2 ? BROKEN : OK))) {
            var watch = bench.watch(bench.check("shop", shop.url("/"), 3));
            run(watch);
            assertThat(run(watch)).extracting(ResultView::outcome).containsExactly("down", "up");
            assertThat(bench.path(watch.check().id())).containsExactly("unknown>up");
            assertThat(database.list("select reason from unconfirmed_failure", row -> row.text("reason")))
                    .containsExactly("one failure not confirmed: HTTP 503, wanted 2xx");
        }
    }

    @Test
    void aClockThatJumpsForthAndBackInventsNoChangeAndLosesNone() {
        try (var shop = server()) {
            var watch = bench.watch(bench.check("shop", shop.url("/"), 2));
            run(watch);
            for (var jump :
                    List.of(Duration.ofHours(3), Duration.ofHours(-5), Duration.ofDays(1), Duration.ofDays(-2))) {
                clock.advance(jump);
                assertThat(run(watch)).allMatch(view -> view.latency().compareTo(Duration.ofSeconds(5)) < 0);
            }
            assertThat(bench.path(watch.check().id())).containsExactly("unknown>up");
            answer.set(BROKEN);
            run(watch);
            clock.advance(Duration.ofHours(-1));
            answer.set(OK);
            run(watch);
            assertThat(bench.path(watch.check().id()))
                    .containsExactly("unknown>up", "up>down trigger", "down>up resolve");
        }
    }

    @Test
    void theSecondConfirmationGoesToAnotherAddressWhereThereIsOne() throws IOException {
        var bad = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        var good = new ServerSocket(bad.getLocalPort(), 50, InetAddress.ofLiteral("127.0.0.2"));
        var two = new Bench(database, clock, Bench.resolving("127.0.0.1", "127.0.0.2"));
        try (var broken = new ScriptedServer(bad, (socket, head) -> ScriptedServer.send(socket, BROKEN));
                var well = new ScriptedServer(good, (socket, head) -> ScriptedServer.send(socket, OK))) {
            var watch = two.watch(two.check("shop", "http://shop.example:" + broken.port() + "/", 3));
            var seen = two.prober().run(watch, Optional.empty(), Duration.ZERO);
            assertThat(seen)
                    .extracting(view -> view.address().orElseThrow())
                    .containsExactly(
                            "127.0.0.1:" + broken.port(), "127.0.0.1:" + broken.port(), "127.0.0.2:" + well.port());
            assertThat(standing(watch).state()).isEqualTo(State.UP);
        }
    }

    @Test
    void anotherReplicaThatSeesTheTargetWellKeepsItUp() throws IOException {
        var bad = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        var good = new ServerSocket(bad.getLocalPort(), 50, InetAddress.ofLiteral("127.0.0.2"));
        try (var broken = new ScriptedServer(bad, (socket, head) -> ScriptedServer.send(socket, BROKEN));
                var _ = new ScriptedServer(good, (socket, head) -> ScriptedServer.send(socket, OK))) {
            var asha = new Bench(database, clock, Bench.resolving("127.0.0.1"));
            var ben = new Bench(database, clock, Bench.resolving("127.0.0.2"));
            var watch = asha.watch(asha.check("shop", "http://shop.example:" + broken.port() + "/", 4));
            var seen = beside(ben, asha, () -> asha.prober().run(watch, Optional.empty(), Duration.ZERO));
            assertThat(seen.getLast().outcome()).isEqualTo("up");
            assertThat(seen.getLast().address()).contains("127.0.0.2:" + broken.port());
            assertThat(seen).hasSizeLessThan(4);
            assertThat(standing(watch).state()).isEqualTo(State.UP);
        }
    }

    @Test
    void whatAnotherReplicaSeesFailCountsAndSaysWhoSawIt() {
        try (var shop = new ScriptedServer((socket, head) -> ScriptedServer.send(socket, BROKEN))) {
            var ben = new Bench(database, clock);
            var watch = bench.watch(bench.check("shop", shop.url("/"), 4));
            var seen = beside(ben, bench, () -> run(watch));
            assertThat(seen).hasSize(4).extracting(ResultView::outcome).containsOnly("down");
            assertThat(seen)
                    .extracting(ResultView::reason)
                    .containsOnlyOnce(Optional.of("HTTP 503, wanted 2xx (seen by another replica)"));
            assertThat(bench.path(watch.check().id())).containsExactly("unknown>down trigger");
        }
    }

    @Test
    void aReplicaWithoutANetworkOfItsOwnHasNoOpinion() throws IOException {
        var ben = new Bench(database, clock, Bench.SYSTEM, "tcp://127.0.0.1:" + closedPort());
        var watch = bench.watch(bench.check("shop", closedPort(), 3));
        var seen = beside(ben, bench, () -> run(watch));
        assertThat(seen).hasSize(3).noneMatch(view -> view.reason().orElse("").contains("another replica"));
    }

    /** Two replicas, one of which looks again and again whether it is asked something. */
    private static <T> T beside(Bench other, Bench asking, Supplier<T> work) {
        var over = new AtomicBoolean();
        asking.opinions.accompanied(true);
        other.opinions.accompanied(true);
        var looking = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                other.opinions.give();
                LockSupport.parkNanos(20_000_000);
            }
        });
        try {
            return work.get();
        } finally {
            over.set(true);
            Await.until("the other replica has stopped", Duration.ofSeconds(5), () -> !looking.isAlive());
        }
    }

    @Test
    void whenOurOwnNetworkIsGoneNothingIsDown() throws IOException {
        prober = bench.prober("tcp://127.0.0.1:" + closedPort(), "http://127.0.0.1:" + closedPort() + "/");
        var watch = bench.watch(bench.check("shop", closedPort(), 2));
        run(watch);
        assertThat(standing(watch).state()).isEqualTo(State.UNKNOWN);
        assertThat(standing(watch).cause()).contains(Cause.NO_CONNECTIVITY);
        assertThat(standing(watch).reason()).isEqualTo("our own network is gone: none of 2 reference targets answers");
        assertThat(bench.path(watch.check().id())).isEmpty();
    }

    @Test
    void oneReferenceThatAnswersIsEnoughEvenWithAnErrorPage() throws IOException {
        try (var reference = ScriptedServer.answering("HTTP/1.1 500 Oops\r\n\r\n")) {
            prober = bench.prober("tcp://127.0.0.1:" + closedPort(), reference.url("/"));
            var watch = bench.watch(bench.check("shop", closedPort(), 2));
            run(watch);
            assertThat(standing(watch).state()).isEqualTo(State.DOWN);
        }
    }

    @Test
    void aTargetThatAnswersWithAnErrorIsDownWhateverTheReferencesSay() throws IOException {
        answer.set(BROKEN);
        prober = bench.prober("tcp://127.0.0.1:" + closedPort());
        try (var shop = server()) {
            var watch = bench.watch(bench.check("shop", shop.url("/"), 2));
            run(watch);
            assertThat(standing(watch).state()).isEqualTo(State.DOWN);
        }
    }

    @Test
    void aTimeOutWhileWeWereHeldUpSaysNothingOfTheTarget() {
        try (var silent =
                new ScriptedServer((socket, head) -> socket.getInputStream().read())) {
            var watch = bench.watch(bench.check("shop", silent.url("/"), 1));
            bench.pulse.beat(
                    System.nanoTime() + Duration.ofSeconds(1).toNanos(),
                    Duration.ofSeconds(1).toNanos());
            run(watch);
            assertThat(standing(watch).state()).isEqualTo(State.UNKNOWN);
            assertThat(standing(watch).cause()).contains(Cause.OVERLOAD);
        }
    }

    @Test
    void aChildThatNoticesBeforeItsParentIsUnreachableAndNotDown() throws IOException {
        var router = bench.check("router", closedPort(), 2);
        var shop = bench.watch(bench.check("shop", closedPort(), 2, router));
        run(shop);
        assertThat(standing(shop).state()).isEqualTo(State.UNREACHABLE);
        assertThat(standing(shop).reason()).startsWith("\"router\" does not answer either; ");
        run(bench.watch(router));
        run(shop);
        assertThat(bench.path(router)).containsExactly("unknown>down trigger");
        assertThat(bench.path(shop.check().id())).containsExactly("unknown>unreachable");
    }

    @Test
    void aParentThatIsNeverJudgedDownHidesNoChildForGood() throws IOException {
        var shop = bench.watch(bench.check("shop", closedPort(), 2, bench.check("router", closedPort(), 2)));
        run(shop);
        clock.advance(Duration.ofMinutes(1));
        run(shop);
        assertThat(bench.path(shop.check().id())).containsExactly("unknown>unreachable", "unreachable>down trigger");
    }

    @Test
    void aParentThatAnswersIsNoExcuse() throws IOException {
        try (var router = server()) {
            var shop = bench.watch(bench.check("shop", closedPort(), 2, bench.check("router", router.url("/"), 2)));
            run(shop);
            assertThat(bench.path(shop.check().id())).containsExactly("unknown>down trigger");
        }
    }

    @Test
    void aParentThatPagesNobodyLeavesThePageToTheChild() throws IOException {
        var router = bench.check("router", closedPort(), 1);
        database.update("update checks set routing_key = null where id = ?", router);
        run(bench.watch(router));
        var shop = bench.watch(bench.check("shop", closedPort(), 2, router));
        run(shop);
        assertThat(bench.path(shop.check().id())).containsExactly("unknown>unreachable trigger");
    }

    @Test
    void anIncidentBehindTwoParentsIsToldOnceByTheOneThatIsDown() throws IOException {
        var uplink = bench.check("uplink", closedPort(), 1);
        run(bench.watch(uplink));
        var router = bench.check("router", closedPort(), 1, uplink);
        database.update("update checks set routing_key = null where id = ?", router);
        run(bench.watch(router));
        var shop = bench.watch(bench.check("shop", closedPort(), 1, router));
        run(shop);
        assertThat(bench.path(router)).containsExactly("unknown>unreachable");
        assertThat(bench.path(shop.check().id())).containsExactly("unknown>unreachable");
        assertThat(bench.path(uplink)).containsExactly("unknown>down trigger");
    }

    @Test
    void whatNobodyProbesAfterARestartIsStaleAndNotStillUp() {
        var shop = bench.check("shop", "1", 2);
        var up = standing(bench.watch(shop)).since();
        database.update("update check_state set state = 'up', cause = null, reason = '' where check_id = ?", shop);
        clock.advance(Duration.ofMinutes(3));
        var engine = bench.engine();
        engine.shareSlots();
        engine.admitIgnorance(bench.judge);
        var standing = standing(bench.watch(shop));
        assertThat(standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(standing.cause()).contains(Cause.STALE);
        assertThat(standing.since()).isEqualTo(up.plusSeconds(10));
        engine.admitIgnorance(bench.judge);
        assertThat(bench.path(shop)).containsExactly("up>unknown");
    }

    private List<ResultView> run(Watch watch) {
        clock.advance(Duration.ofSeconds(10));
        return prober.run(watch, Optional.empty(), Duration.ZERO);
    }

    private Standing standing(Watch watch) {
        UUID id = watch.check().id();
        return bench.ledger.standings(List.of(id)).get(id).standing();
    }

    private ScriptedServer server() {
        return new ScriptedServer((socket, head) -> ScriptedServer.send(socket, answer.get()));
    }

    private static String closedPort() throws IOException {
        try (var once = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return String.valueOf(once.getLocalPort());
        }
    }
}
