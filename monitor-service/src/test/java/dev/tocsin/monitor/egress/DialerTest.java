package dev.tocsin.monitor.egress;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.timing.Stopwatch;
import org.junit.jupiter.api.Test;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DialerTest {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aNameIsResolvedOnceSoThatChangingItsMindGainsNothing() throws Exception {
        try (var server = new ServerSocket(0, 5, LOOPBACK)) {
            Resolver rebinding = (host, within) -> new Resolver.Answer.Found(
                    List.of(asked.getAndIncrement() == 0 ? LOOPBACK : InetAddress.ofLiteral("169.254.169.254")));
            dial(rebinding, new AddressPolicy(List.of(Cidr.parse("127.0.0.1"))), server.getLocalPort());
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void onlyAnAddressThatPassedIsConnectedTo() throws Exception {
        try (var server = new ServerSocket(0, 5, LOOPBACK)) {
            Resolver mixed = (host, within) ->
                    new Resolver.Answer.Found(List.of(InetAddress.ofLiteral("169.254.169.254"), LOOPBACK));
            dial(mixed, new AddressPolicy(List.of(Cidr.parse("127.0.0.1"))), server.getLocalPort());
        }
    }

    @Test
    void aRefusedAddressIsOurTroubleAndSaysWhy() {
        assertThatThrownBy(() -> dial(found(LOOPBACK), new AddressPolicy(List.of()), 80))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.side()).isEqualTo(Trouble.Side.OURS))
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("TOCSIN_EGRESS_ALLOW");
    }

    @Test
    void aNameThatDoesNotExistIsTheTargetsTroubleAndASilentResolverIsOurs() {
        assertThatThrownBy(() -> dial(
                        (h, w) -> SystemResolver.explained(h, "x: Name or service not known"),
                        AddressPolicy.trusting(),
                        80))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.side()).isEqualTo(Trouble.Side.TARGET));
        assertThatThrownBy(() -> dial(
                        (h, w) -> SystemResolver.explained(h, "x: Temporary failure in name resolution"),
                        AddressPolicy.trusting(),
                        80))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.side()).isEqualTo(Trouble.Side.OURS));
    }

    @Test
    void aPortThatNobodyListensOnIsTheTargetsTrouble() throws Exception {
        int port;
        try (var server = new ServerSocket(0, 5, LOOPBACK)) {
            port = server.getLocalPort();
        }
        assertThatThrownBy(() -> dial(found(LOOPBACK), AddressPolicy.trusting(), port))
                .isInstanceOfSatisfying(Trouble.class, t -> assertThat(t.side()).isEqualTo(Trouble.Side.TARGET))
                .hasMessage("127.0.0.1:" + port + " refused the connection");
    }

    private static Resolver found(InetAddress address) {
        return (host, within) -> new Resolver.Answer.Found(List.of(address));
    }

    private static void dial(Resolver resolver, AddressPolicy policy, int port) throws Exception {
        try (var deadlines = new Deadlines();
                var deadline = deadlines.start(Duration.ofSeconds(5));
                var socket = new Dialer(resolver, policy)
                        .dial("some.host", port, deadline, new Stopwatch(System::nanoTime))) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(deadline.left()).isLessThanOrEqualTo(ofSeconds(5));
        }
    }
}
