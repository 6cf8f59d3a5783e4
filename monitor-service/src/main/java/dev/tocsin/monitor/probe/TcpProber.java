package dev.tocsin.monitor.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

import dev.tocsin.monitor.condition.Facts;
import dev.tocsin.monitor.condition.Value;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.timing.Deadline;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.tls.Shown;
import dev.tocsin.monitor.verdict.Evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Up if somebody accepts the connection in time and says what is expected, if anything is. */
final class TcpProber {
    /** Bytes of an answer that are read at most. */
    static final int CAP = 64 * 1024;

    private final Network network;

    TcpProber(Network network) {
        this.network = network;
    }

    ProbeResult probe(Question<TcpTarget> question) {
        var target = question.target();
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = network.deadlines().start(question.timeout())) {
            return talk(question, deadline, watch);
        } catch (IOException e) {
            return ProbeResult.of(Failing.explained(e, "answer", question.timeout(), watch), watch, question.timeout());
        } catch (IllegalArgumentException e) {
            return ProbeResult.broken("the settings of " + target.host() + " cannot be used: " + e.getMessage());
        }
    }

    private ProbeResult talk(Question<TcpTarget> question, Deadline deadline, Stopwatch watch) throws IOException {
        var target = question.target();
        try (var plain = network.dialer().dial(target.host(), target.port(), deadline, watch, question.avoid())) {
            var shown = Optional.<Shown>empty();
            var socket = plain;
            if (target.secure()) {
                watch.enter(Phase.TLS);
                var secured =
                        network.tls().over(plain, target.host(), target.tls().options());
                shown = Optional.of(secured.shown());
                socket = secured.socket();
            }
            var listens = target.send().isPresent() || target.expect().isPresent();
            var heard = listens || question.conditions().name("received") ? heard(target, socket, watch) : "";
            return judge(question, watch, (InetSocketAddress) plain.getRemoteSocketAddress(), shown, heard);
        }
    }

    /** Up to what is expected, or the first that comes. One character a byte, so that nothing is lost by decoding. */
    private static String heard(TcpTarget target, Socket socket, Stopwatch watch) throws IOException {
        watch.enter(Phase.FIRST_BYTE);
        if (target.send().isPresent()) {
            socket.getOutputStream().write(Escapes.bytes(target.send().get()));
            socket.getOutputStream().flush();
        }
        var wanted = target.expect().map(text -> new String(Escapes.bytes(text), ISO_8859_1));
        var in = socket.getInputStream();
        var heard = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        while (heard.size() < CAP) {
            var n = in.read(buffer, 0, Math.min(buffer.length, CAP - heard.size()));
            if (n < 0) break;
            if (heard.size() == 0) watch.enter(Phase.TRANSFER);
            heard.write(buffer, 0, n);
            if (wanted.isEmpty() || heard.toString(ISO_8859_1).contains(wanted.get())) break;
        }
        return heard.toString(ISO_8859_1);
    }

    private ProbeResult judge(
            Question<TcpTarget> question,
            Stopwatch watch,
            InetSocketAddress address,
            Optional<Shown> shown,
            String heard) {
        var timings = new Timings(watch.total(), watch.phases());
        var certificates =
                new Certificates(shown.stream().toList(), network.clock().instant());
        var text = new String(heard.getBytes(ISO_8859_1), UTF_8);
        Facts facts = (name, _) -> switch (name) {
            case "received" -> Value.of(text);
            case "size" -> Value.bytes(heard.length());
            default -> name.startsWith("latency") ? timings.value(name) : certificates.value(name);
        };
        var evidence = Evidence.of(timings.total(), timings.phases())
                .at(Optional.of(Dialer.text(address)), Certificates.own(shown));
        var missing = question.target()
                .expect()
                .filter(wanted -> !heard.contains(new String(Escapes.bytes(wanted), ISO_8859_1)));
        var result = missing.<ProbeResult>map(wanted -> new ProbeResult.Down(unlike(heard, wanted), evidence))
                .orElseGet(() -> new ProbeResult.Up(evidence))
                .judgedBy(question.conditions().judge(facts));
        return result instanceof ProbeResult.Up ? result : result.showing(Redaction.sample(text, List.of()));
    }

    private static String unlike(String heard, String wanted) {
        if (heard.isEmpty()) return "nothing came back, wanted \"%s\"".formatted(wanted);
        return heard.length() >= CAP
                ? "\"%s\" is not in the first 64 KiB that came back".formatted(wanted)
                : "what came back does not hold \"%s\"".formatted(wanted);
    }
}
