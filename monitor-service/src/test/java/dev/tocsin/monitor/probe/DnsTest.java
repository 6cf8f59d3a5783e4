package dev.tocsin.monitor.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class DnsTest {
    private final Probes probes = new Probes(NetworkKinds.all());

    /** What a server does with a question. */
    private interface Zone {
        byte[] answer(Message question) throws IOException;
    }

    /** A name server on a port of its own, by UDP and TCP. */
    private record Server(DatagramSocket packets, ServerSocket streams) implements AutoCloseable {
        static Server with(Zone zone) throws IOException {
            var local = InetAddress.ofLiteral("127.0.0.1");
            var streams = new ServerSocket(0, 5, local);
            var packets = new DatagramSocket(new InetSocketAddress(local, streams.getLocalPort()));
            Thread.ofVirtual().start(() -> serve(packets, zone));
            Thread.ofVirtual().start(() -> serve(streams, zone));
            return new Server(packets, streams);
        }

        String address() {
            return "127.0.0.1:" + packets.getLocalPort();
        }

        private static void serve(DatagramSocket socket, Zone zone) {
            try {
                while (true) {
                    var packet = new DatagramPacket(new byte[4096], 4096);
                    socket.receive(packet);
                    var bytes = zone.answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())));
                    if (bytes.length > 0)
                        socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void serve(ServerSocket server, Zone zone) {
            while (true) {
                try (var socket = server.accept()) {
                    var in = new DataInputStream(socket.getInputStream());
                    var question = new byte[in.readUnsignedShort()];
                    in.readFully(question);
                    var message = new Message(question);
                    message.getHeader().setFlag(Flags.CD); // marks a question by TCP
                    var bytes = zone.answer(message);
                    socket.getOutputStream()
                            .write(ByteBuffer.allocate(2 + bytes.length)
                                    .putShort((short) bytes.length)
                                    .put(bytes)
                                    .array());
                } catch (IOException e) {
                    return; // closed
                }
            }
        }

        @Override
        public void close() throws IOException {
            packets.close();
            streams.close();
        }
    }

    private static byte[] answer(Message question, int code, String... records) throws IOException {
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setRcode(code);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        for (var text : records) {
            var parts = text.split(" ", 3);
            answer.addRecord(
                    Record.fromString(
                            Name.fromString(parts[0], Name.root),
                            Type.value(parts[1]),
                            DClass.IN,
                            300,
                            parts[2],
                            Name.root),
                    Section.ANSWER);
        }
        return answer.toWire();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shop.example | A | shop.example. A 192.0.2.1 | 192.0.2.1",
                "shop.example | AAAA | shop.example. AAAA 2001:db8::1 | 2001:db8:0:0:0:0:0:1",
                "www.shop.example | CNAME | www.shop.example. CNAME Shop.Example. | shop.example",
                "shop.example | MX | shop.example. MX 10 mail.shop.example. | 10 mail.shop.example",
                "shop.example | TXT | shop.example. TXT \"v=spf1 \" \"-ALL\" | v=spf1 -ALL",
                "shop.example | NS | shop.example. NS ns1.shop.example. | ns1.shop.example",
                "_sip._tcp.shop.example | SRV | _sip._tcp.shop.example. SRV 1 2 5060 sip.shop.example. | 1 2 5060 sip.shop.example",
                "shop.example | CAA | shop.example. CAA 0 issue \"letsencrypt.org\" | 0 issue \"letsencrypt.org\"",
                "shop.example | SOA | shop.example. SOA ns1.shop.example. root.shop.example. 1 2 3 4 5 | ns1.shop.example root.shop.example 1 2 3 4 5",
                "192.0.2.1 | PTR | 1.2.0.192.in-addr.arpa. PTR shop.example. | shop.example"
            })
    void everyTypeIsReadAndCompared(String name, String type, String record, String value) throws IOException {
        try (var server = Server.with(question -> answer(question, Rcode.NOERROR, record))) {
            var result = probe(
                    new DnsTarget(name, type, List.of(value), Optional.of(server.address())),
                    "count == 1 and ttl == 5m and authoritative and code == 'NOERROR' and not authenticated");
            assertThat(result.reason()).isEmpty();
            assertThat(result.evidence().address()).contains(server.address());
        }
    }

    @Test
    void anAliasOnTheWayIsNoRecord() throws IOException {
        try (var server = Server.with(question -> answer(
                question, Rcode.NOERROR, "www.shop.example. CNAME shop.example.", "shop.example. A 192.0.2.1"))) {
            assertThat(probe(target("www.shop.example", server), "count == 1").reason())
                    .isEmpty();
        }
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        try (var server = Server.with(question -> answer(question, Rcode.NOERROR, "shop.example. A 192.0.2.1"))) {
            var target = new DnsTarget(
                    "shop.example", "A", List.of("192.0.2.1", "192.0.2.2"), Optional.of(server.address()));
            assertThat(probe(target).reason()).isEqualTo("the records are 192.0.2.1; missing is 192.0.2.2");
            assertThat(probe(target("shop.example", server), "records contains '192.0.2.9'")
                            .reason())
                    .isEqualTo("records is 192.0.2.1, wanted contains '192.0.2.9'");
        }
    }

    @Test
    void aNameThatIsNotThereIsDownUnlessThatIsWanted() throws IOException {
        try (var server = Server.with(question -> answer(question, Rcode.NXDOMAIN))) {
            assertThat(probe(target("gone.example", server)).reason())
                    .isEqualTo("the name gone.example does not exist");
            assertThat(probe(target("gone.example", server), "code == 'NXDOMAIN'")
                            .outcome())
                    .isEqualTo(Outcome.UP);
            assertThat(probe(target("gone.example", server), "count == 0").outcome())
                    .isEqualTo(Outcome.UP);
        }
        try (var server = Server.with(question -> answer(question, Rcode.SERVFAIL))) {
            assertThat(probe(target("shop.example", server)).reason()).isEqualTo("the name server said SERVFAIL");
        }
        try (var server = Server.with(question -> answer(question, Rcode.NOERROR))) {
            assertThat(probe(target("shop.example", server)).reason())
                    .isEqualTo("shop.example has no record of type A");
        }
    }

    @Test
    void aLostPacketIsSentAgainAndALongAnswerComesByStream() throws IOException {
        var count = new AtomicInteger();
        try (var server = Server.with(question -> count.incrementAndGet() == 1
                ? new byte[0]
                : answer(question, Rcode.NOERROR, "shop.example. A 192.0.2.1"))) {
            assertThat(probe(target("shop.example", server), ofSeconds(2)).outcome())
                    .isEqualTo(Outcome.UP);
            assertThat(count).hasValue(2);
        }
        try (var server = Server.with(question -> {
            var stream = question.getHeader().getFlag(Flags.CD);
            var answer = new Message(answer(
                    question, Rcode.NOERROR, stream ? new String[] {"shop.example. A 192.0.2.1"} : new String[0]));
            if (!stream) answer.getHeader().setFlag(Flags.TC);
            return answer.toWire();
        })) {
            assertThat(probe(target("shop.example", server)).reason()).isEmpty();
        }
    }

    @Test
    void aSilentServerCostsOneTimeoutAndAForgedAnswerIsNotBelieved() throws IOException {
        try (var server = Server.with(_ -> new byte[0])) {
            assertThat(probe(target("shop.example", server), ofMillis(400)).reason())
                    .isEqualTo("the name server %s did not answer within 400 ms".formatted(server.address()));
        }
        try (var server = Server.with(question -> {
            var other = Message.newQuery(Record.newRecord(Name.fromString("evil.example."), Type.A, DClass.IN));
            other.getHeader().setID(question.getHeader().getID());
            return answer(other, Rcode.NOERROR, "shop.example. A 192.0.2.66");
        })) {
            assertThat(probe(target("shop.example", server), ofMillis(400)).outcome())
                    .isEqualTo(Outcome.DOWN);
        }
    }

    @Test
    void nonsenseIsDownWithAReason() throws IOException {
        var random = new Random(7);
        for (var i = 0; i < 30; i++) {
            try (var server = Server.with(question -> {
                var bytes = answer(question, Rcode.NOERROR, "shop.example. A 192.0.2.1", "shop.example. TXT \"x\"");
                for (var j = 0; j < 6; j++) bytes[12 + random.nextInt(bytes.length - 12)] = (byte) random.nextInt();
                return bytes;
            })) {
                var result = probe(target("shop.example", server), ofMillis(200));
                assertThat(result.reason()).doesNotContain("Exception", "null");
                assertThat(result.outcome()).isNotEqualTo(Outcome.UNKNOWN);
            }
        }
    }

    @Test
    void aNameServerIsVettedLikeAnyAddress() {
        assertThat(probe(new DnsTarget("shop.example", "A", null, Optional.of("10.0.0.53")))
                        .reason())
                .contains("10.0.0.53", "TOCSIN_EGRESS_ALLOW");
        assertThat(probe(new DnsTarget("shop.example", "A", null, Optional.of("169.254.169.254")))
                        .outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void nobodyAtThePortIsDown() throws IOException {
        int port;
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        assertThat(probe(new DnsTarget("shop.example", "A", null, Optional.of("127.0.0.1:" + port)))
                        .reason())
                .isEqualTo("no name server at 127.0.0.1:" + port);
    }

    private static DnsTarget target(String name, Server server) {
        return new DnsTarget(name, "A", null, Optional.of(server.address()));
    }

    private ProbeResult probe(DnsTarget target, String... conditions) {
        return probe(target, ofSeconds(5), conditions);
    }

    private ProbeResult probe(DnsTarget target, Duration timeout, String... conditions) {
        var words = NetworkKinds.all().of(target).vocabulary();
        var wanted = Conditions.parse(List.of(conditions), words);
        return probes.probe(new Question<>(Optional.empty(), target, wanted, timeout, Avoid.NOTHING));
    }
}
