package dev.tocsin.monitor.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Deadline;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** By UDP first, once more after half of the time since packets get lost, and by TCP when the answer is too long. */
public final class DnsClient {
    private static final int TRIES = 2;

    /** @throws Trouble of the target when the server does not answer, or answers nonsense */
    public DnsAnswer ask(DnsQuestion question, InetSocketAddress server, Deadline deadline) throws Trouble {
        var message = question.message();
        try {
            var answer = byPacket(question, message, server, deadline);
            if (answer.getHeader().getFlag(Flags.TC)) answer = byStream(question, message, server, deadline);
            return read(question, answer);
        } catch (PortUnreachableException e) {
            throw Trouble.ofTarget("no name server at " + Dialer.text(server), e);
        } catch (SocketTimeoutException e) {
            throw silence(server, deadline, e);
        } catch (Trouble e) {
            throw e;
        } catch (IOException e) {
            if (deadline.over()) throw silence(server, deadline, e);
            throw Trouble.ofTarget("the name server %s: %s".formatted(Dialer.text(server), e.getMessage()), e);
        }
    }

    private static Trouble silence(InetSocketAddress server, Deadline deadline, IOException e) {
        return Trouble.ofTarget(
                "the name server %s did not answer within %d ms"
                        .formatted(Dialer.text(server), deadline.allowed().toMillis()),
                e);
    }

    private static Message byPacket(DnsQuestion question, Message message, InetSocketAddress server, Deadline deadline)
            throws IOException {
        try (var socket = new DatagramSocket()) {
            deadline.guard(socket);
            socket.connect(server); // only this server's packets reach us
            var wire = message.toWire();
            SocketTimeoutException last = null;
            for (var i = 0; i < TRIES; i++) {
                socket.send(new DatagramPacket(wire, wire.length, server));
                try {
                    return heard(question, message, socket, deadline.left().dividedBy(TRIES - i));
                } catch (SocketTimeoutException e) {
                    last = e;
                }
            }
            throw last;
        }
    }

    /** Waits for the answer to this question, whatever else may be sent to us meanwhile. */
    private static Message heard(DnsQuestion question, Message message, DatagramSocket socket, Duration within)
            throws IOException {
        var until = System.nanoTime() + within.toNanos();
        var packet = new DatagramPacket(new byte[DnsQuestion.PACKET * 4], DnsQuestion.PACKET * 4);
        while (true) {
            var left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) throw new SocketTimeoutException("no answer");
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            socket.receive(packet);
            var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            if (bytes.length < 12
                    || ByteBuffer.wrap(bytes).getShort()
                            != (short) message.getHeader().getID()) continue;
            var answer = new Message(bytes);
            if (question.asked(answer)) return answer;
        }
    }

    private static Message byStream(DnsQuestion question, Message message, InetSocketAddress server, Deadline deadline)
            throws IOException {
        try (var socket = new Socket()) {
            deadline.guard(socket);
            socket.connect(server, (int) Math.max(1, deadline.left().toMillis()));
            var wire = message.toWire();
            var framed = ByteBuffer.allocate(2 + wire.length)
                    .putShort((short) wire.length)
                    .put(wire);
            socket.getOutputStream().write(framed.array());
            var in = new DataInputStream(socket.getInputStream());
            var bytes = new byte[in.readUnsignedShort()];
            in.readFully(bytes);
            var answer = new Message(bytes);
            if (!question.asked(answer)) throw Trouble.ofTarget("the name server answered another question");
            return answer;
        }
    }

    private static DnsAnswer read(DnsQuestion question, Message answer) {
        var values = new ArrayList<String>();
        var ttl = Optional.<Duration>empty();
        for (var record : answer.getSection(Section.ANSWER)) {
            if (record.getType() != question.type()) continue;
            values.add(value(record));
            var lives = Duration.ofSeconds(record.getTTL());
            ttl = ttl.isEmpty() || lives.compareTo(ttl.get()) < 0 ? Optional.of(lives) : ttl;
        }
        var header = answer.getHeader();
        return new DnsAnswer(
                Rcode.string(answer.getRcode()), values, ttl, header.getFlag(Flags.AA), header.getFlag(Flags.AD));
    }

    private static String value(Record record) {
        return record instanceof TXTRecord text ? String.join("", text.getStrings()) : plain(record.rdataToString());
    }

    private static String plain(String zoneFile) {
        return zoneFile.replaceAll("\\.(?= |$)", "").toLowerCase(Locale.ROOT);
    }
}
