package dev.tocsin.monitor.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

import dev.tocsin.monitor.egress.Avoid;
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

    ProbeResult probe(TcpTarget target, Duration timeout, Avoid avoid) {
        var watch = new Stopwatch(System::nanoTime);
        try (var deadline = deadlines.start(timeout);
                var socket = dialer.dial(target.host(), target.port(), deadline, watch, avoid)) {
            var where = Dialer.text((InetSocketAddress) socket.getRemoteSocketAddress());
            return new ProbeResult.Up(
                    Evidence.of(watch.total(), watch.phases()).at(Optional.of(where), Optional.empty()));
        } catch (Trouble e) {
            var evidence = Evidence.of(watch.total(), watch.phases())
                    .at(watch.where(), Optional.empty())
                    .judgedByTime(watch.total().compareTo(timeout) >= 0);
            return switch (e.side()) {
                case TARGET -> new ProbeResult.Down(e.getMessage(), evidence);
                case OURS -> new ProbeResult.Unknown(e.getMessage(), evidence);
            };
        } catch (IOException e) {
            return new ProbeResult.Unknown(
                    "closing failed: " + e.getMessage(), Evidence.of(watch.total(), watch.phases()));
        }
    }
}
