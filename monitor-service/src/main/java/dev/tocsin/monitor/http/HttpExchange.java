package dev.tocsin.monitor.http;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

import javax.net.ssl.SSLException;

import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Deadline;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Stopwatch;
import dev.tocsin.monitor.tls.Tls;

/** One request and its answer, over a connection made for it. */
public final class HttpExchange {
    private final Dialer dialer;
    private final Tls tls;

    public HttpExchange(Dialer dialer, Tls tls) {
        this.dialer = dialer;
        this.tls = tls;
    }

    /** @throws Trouble for whatever kept the answer away, the deadline included */
    public HttpAnswer send(HttpRequest request, Deadline deadline, Stopwatch watch) throws Trouble {
        return send(request, Way.USUAL, deadline, watch, Avoid.NOTHING);
    }

    /** The same, in the way wanted, preferring addresses that are not to be avoided. */
    public HttpAnswer send(HttpRequest request, Way way, Deadline deadline, Stopwatch watch, Avoid avoid)
            throws Trouble {
        var url = request.url();
        try (var plain = dialer.dial(url.host(), url.port(), deadline, watch, avoid)) {
            var address = (InetSocketAddress) plain.getRemoteSocketAddress();
            if (!url.secure()) return answer(request, plain, way.version() == Way.Version.TWO, address, watch);
            watch.enter(Phase.TLS);
            // Not closed itself: that could block.
            var secured = tls.over(plain, url.host(), way.offering());
            var two = "h2".equals(secured.socket().getApplicationProtocol());
            if (way.version() == Way.Version.TWO && !two) throw Trouble.ofTarget("the server does not speak HTTP/2");
            return answer(request, secured.socket(), two, address, watch).from(Optional.of(secured.shown()));
        } catch (IOException e) {
            throw explained(e, deadline, watch);
        }
    }

    private static HttpAnswer answer(
            HttpRequest request, Socket socket, boolean two, InetSocketAddress from, Stopwatch watch)
            throws IOException {
        watch.enter(Phase.FIRST_BYTE);
        if (two) {
            var exchange = new Http2Exchange(
                    socket.getInputStream(),
                    socket.getOutputStream(),
                    request.wanted(),
                    () -> watch.enter(Phase.TRANSFER));
            return exchange.answer(request, from);
        }
        socket.getOutputStream().write(request.bytes());
        var in = new Timed(socket.getInputStream(), watch);
        return new AnswerReader(new BufferedInputStream(in, 8192)).read(request, from);
    }

    private static Trouble explained(IOException e, Deadline deadline, Stopwatch watch) {
        if (deadline.over())
            return Trouble.ofTarget(
                    "no complete answer within " + seconds(deadline) + " s, still "
                            + watch.phase().doing(),
                    e);
        return switch (e) {
            case Trouble trouble -> trouble;
            case SSLException ssl -> Trouble.ofTarget("TLS: " + ssl.getMessage(), ssl);
            default ->
                Trouble.ofTarget("the connection broke while " + watch.phase().doing() + ": " + e.getMessage(), e);
        };
    }

    private static String seconds(Deadline deadline) {
        var millis = deadline.allowed().toMillis();
        return millis % 1000 == 0 ? String.valueOf(millis / 1000) : String.valueOf(millis / 1000.0);
    }

    /** Tells the stopwatch when the first byte has come. */
    private static final class Timed extends FilterInputStream {
        private final Stopwatch watch;

        Timed(InputStream in, Stopwatch watch) {
            super(in);
            this.watch = watch;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var n = super.read(buffer, offset, length);
            if (watch.phase() == Phase.FIRST_BYTE) watch.enter(Phase.TRANSFER);
            return n;
        }
    }
}
