package dev.tocsin.acceptance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The oncall-service is killed again and again, at moments it cannot choose, while 200 incidents come in and their pages
 * go out: none is lost, nobody goes unpaged, and a text comes twice only where that was feared and said.
 */
class KilledInTheMiddleStory {
    private static final int ALERTS = 200;
    private static final int KILLS = 5;
    /** A phone takes four first pages a minute one by one; the fifth would come in a bundle. */
    private static final int PEOPLE = ALERTS / 4;

    private static final int SENT_AT_ONCE = 8;
    /** {@code tocsin.paging.concurrency}. */
    private static final int PAGED_AT_ONCE = 16;

    private static final int HELPERS = 4;
    private static final long SEED = 20_261_123;
    private static final Duration CARRIER_TAKES = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ALERT = Pattern.compile("alert (\\d+)");

    private final AtomicInteger taken = new AtomicInteger();
    private final Random chance = new Random(SEED);

    @Test
    void twoHundredIncidentsSurviveAServiceThatIsKilledInTheMiddle() {
        try (var tocsin = RunningTocsin.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var phones = new Phones(tocsin.phones());
            var keys = routingKeys(new Operator(tocsin), threads);
            try (var oncall = tocsin.inPlaceOf("oncall-service");
                    var client = new Client(oncall.url())) {
                phones.answerLate(CARRIER_TAKES, 10 * ALERTS);
                var sending = sendAll(client, keys, threads);
                killAgainAndAgain(oncall);
                oncall.setClock(Duration.ofMinutes(-4)); // longer than our patience: nothing may wait for the old time
                sending.join();
                everybodyIsPaged(phones);
                noneIsLostAndWhatCameTwiceSaidSo(new Operator(tocsin, oncall.url()), phones);
            }
        }
    }

    /** One service a person, so that each phone has its own four alerts. */
    private static List<String> routingKeys(Operator operator, ExecutorService threads) {
        return together(
                threads,
                HELPERS,
                PEOPLE,
                n -> operator.routingKeyOfServicePaging(
                        new Person("Person " + n, "person" + n + "@example.org", phone(n)), "Ferry " + n));
    }

    private CompletableFuture<?> sendAll(Client client, List<String> keys, ExecutorService threads) {
        return CompletableFuture.runAsync(
                () -> together(threads, SENT_AT_ONCE, ALERTS, n -> {
                    client.trigger(keys.get(n % PEOPLE), "k" + n, "alert " + n);
                    return taken.incrementAndGet();
                }),
                threads);
    }

    /** The last time when nearly all is taken and many pages are still under way. */
    private void killAgainAndAgain(Replica oncall) {
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = ALERTS * kill / (KILLS + 1) + chance.nextInt(ALERTS / (KILLS + 1));
            Await.until(
                    enough + " alerts were taken",
                    PATIENCE,
                    () -> taken.get() >= enough ? Optional.of(true) : Optional.empty());
            LockSupport.parkNanos(Duration.ofMillis(chance.nextInt(400)).toNanos());
            oncall.kill();
            oncall.start();
        }
    }

    private static void everybodyIsPaged(Phones phones) {
        var wanted = IntStream.range(0, ALERTS).boxed().collect(Collectors.toSet());
        Await.until(
                "each incident's page has reached its phone (seed " + SEED + ")",
                PATIENCE,
                () -> texts(phones).keySet().equals(wanted) ? Optional.of(true) : Optional.empty());
    }

    private static void noneIsLostAndWhatCameTwiceSaidSo(Operator operator, Phones phones) {
        var incidents = operator.incidents("alert ");
        assertThat(incidents.stream().map(Operator.Incident::title))
                .as("each key has one incident (seed %d)", SEED)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ALERTS).mapToObj(n -> "alert " + n).toList());
        assertThat(incidents.stream().mapToInt(i -> i.signals() - 1).sum())
                .as("heard twice only what was being said at a kill")
                .isLessThanOrEqualTo(KILLS * SENT_AT_ONCE);

        var texts = texts(phones);
        assertThat(texts.values().stream().mapToLong(times -> times - 1).sum())
                .as("paged twice only what was being sent at a kill")
                .isLessThanOrEqualTo(KILLS * PAGED_AT_ONCE);
        for (var incident : incidents) {
            var twice = texts.get(alert(incident.title()).orElseThrow()) - 1;
            if (twice > 0)
                assertThat(operator.possibleDuplicates(incident))
                        .as("%s came twice and said that it might", incident.title())
                        .isGreaterThanOrEqualTo(twice);
        }
    }

    /** How many texts there are of each alert. */
    private static Map<Integer, Long> texts(Phones phones) {
        return IntStream.range(0, PEOPLE)
                .boxed()
                .flatMap(n -> phones.of(phone(n)).received().stream())
                .flatMap(text -> alert(text.body()).stream())
                .collect(Collectors.groupingBy(n -> n, Collectors.counting()));
    }

    private static Optional<Integer> alert(String text) {
        var match = ALERT.matcher(text);
        return match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    private static String phone(int n) {
        return "+120155501" + (n < 10 ? "0" : "") + n;
    }

    /** Does so many things, some at once, and answers what each came to, in order. */
    private static <T> List<T> together(ExecutorService threads, int atOnce, int many, IntFunction<T> work) {
        var hands = new Semaphore(atOnce);
        var begun = IntStream.range(0, many)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> {
                            hands.acquireUninterruptibly();
                            try {
                                return work.apply(n);
                            } finally {
                                hands.release();
                            }
                        },
                        threads))
                .toList();
        return begun.stream().map(CompletableFuture::join).toList();
    }
}
