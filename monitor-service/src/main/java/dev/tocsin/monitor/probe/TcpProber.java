package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Deadlines;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.verdict.Evidence;

/** Up if somebody accepts the connection in time. */
final class TcpProber {
    private final Dialer dialer;
    private final Deadlines deadlines;

    TcpProber(Dialer dialer, Deadlines deadlines) {
        this.dialer = dialer;
        this.deadlines = deadlines;
    }

    ProbeResult probe(Question<TcpTarget> question) {
        var target = question.target();
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = deadlines.start(question.timeout());
                var socket = dialer.dial(target.host(), target.port(), deadline, watch, question.avoid())) {
            var where = Dialer.text((InetSocketAddress) socket.getRemoteSocketAddress());
            var timings = new Timings(watch.total(), watch.phases());
            var evidence = Evidence.of(timings.total(), timings.phases()).at(Optional.of(where), Optional.empty());
            var verdicts = question.conditions().judge((name, _) -> timings.value(name));
            return new ProbeResult.Up(evidence).judgedBy(verdicts);
        } catch (Trouble e) {
            return ProbeResult.of(e, watch, question.timeout());
        } catch (IOException e) {
            return new ProbeResult.Unknown(
                    "closing failed: " + e.getMessage(), Evidence.of(watch.total(), watch.phases()));
        }
    }
}
