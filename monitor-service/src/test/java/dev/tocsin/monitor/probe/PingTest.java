package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.AddressPolicy;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.SystemResolver;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PingTest {
    private static final String TWO_OF_THREE = """
            PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.
            64 bytes from 192.0.2.1: icmp_seq=1 ttl=57 time=10.5 ms
            64 bytes from 192.0.2.1: icmp_seq=3 ttl=57 time=11.5 ms

            --- 192.0.2.1 ping statistics ---
            3 packets transmitted, 2 received, 33.3333% packet loss, time 402ms
            """;

    @TempDir
    Path folder;

    @Test
    void echoesAreCountedAndTheirRoundTripsAveraged() throws Trouble {
        var echoes = Ping.echoes(TWO_OF_THREE, 3, 0);
        assertThat(echoes.received()).isEqualTo(2);
        assertThat(echoes.roundTrip()).contains(ofMillis(11));
        assertThat(echoes.hops()).contains(57);
        assertThat(Ping.echoes("64 bytes from 127.0.0.1: seq=0 ttl=64 time=0.042 ms", 1, 0)
                        .roundTrip())
                .as("as BusyBox writes")
                .contains(Duration.ofNanos(42_000));
        assertThat(Ping.echoes("1 packets transmitted, 0 received", 1, 1).received())
                .isZero();
    }

    @Test
    void whatKeepsThisHostFromPingingIsSaidWithTheCure() {
        assertThatThrownBy(() -> Ping.echoes("ping: socket: Operation not permitted", 1, 2))
                .hasMessageContaining("net.ipv4.ping_group_range");
        assertThatThrownBy(() -> Ping.echoes("ping: connect: Network is unreachable", 1, 2))
                .hasMessageContaining("no way there");
        assertThatThrownBy(() -> Ping.echoes("usage: ping", 1, 2)).hasMessageContaining("code 2: usage");
    }

    @Test
    void theProgramGetsALiteralAddressAndTheLatencyIsTheEchos() throws IOException {
        var program = script("echo \"$@\" > " + folder.resolve("words") + "; cat <<'END'\n" + TWO_OF_THREE + "END\n");
        var result = probe(
                program, new IcmpTarget("localhost", 3), ofSeconds(5), "degraded: loss == 0%", "roundTrip < 20ms");
        assertThat(result.outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(result.reason()).isEqualTo("loss is 33.33 %, wanted == 0%");
        assertThat(result.evidence().phases().firstByte()).isEqualTo(ofMillis(11));
        assertThat(Files.readString(folder.resolve("words")).strip())
                .matches("-c 3 -i 0.2 -w [1-6] (127\\.0\\.0\\.1|[0:]+1)");
    }

    @Test
    void aProgramThatHangsCostsOneTimeout() throws IOException {
        var result = probe(script("exec sleep 60"), new IcmpTarget("127.0.0.1", 1), ofMillis(500));
        assertThat(result.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(result.reason()).isEqualTo("no answer to a ping within 0.5 s");
    }

    @Test
    void withoutTheProgramNothingIsKnown() {
        var result = probe("/nowhere/ping", new IcmpTarget("127.0.0.1", 1), ofSeconds(2));
        assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(result.reason())
                .isEqualTo(
                        "this host has no program \"/nowhere/ping\"; install iputils-ping, or name one in TOCSIN_PING");
    }

    @Test
    void anAddressIsVettedBeforeItIsPinged() {
        var dialer = new Dialer(new SystemResolver(), new AddressPolicy(List.of()));
        var kind = new IcmpKind(NetworkKinds.over(dialer), new Ping("/nowhere/ping"));
        assertThat(kind.probe(Question.of(new IcmpTarget("127.0.0.1", 1), ofSeconds(2)))
                        .reason())
                .contains("TOCSIN_EGRESS_ALLOW");
    }

    private String script(String lines) throws IOException {
        var file = folder.resolve("ping");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, "#!/bin/sh\n" + lines);
        return file.toString();
    }

    private static ProbeResult probe(String program, IcmpTarget target, Duration timeout, String... conditions) {
        var dialer = new Dialer(new SystemResolver(), AddressPolicy.trusting());
        var kind = new IcmpKind(NetworkKinds.over(dialer), new Ping(program));
        var wanted = Conditions.parse(List.of(conditions), kind.vocabulary());
        return kind.probe(new Question<>(Optional.empty(), target, wanted, timeout, Avoid.NOTHING));
    }
}
