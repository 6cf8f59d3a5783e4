package dev.tocsin.monitor.http;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import dev.tocsin.monitor.egress.Avoid;
import dev.tocsin.monitor.egress.Dialer;
import dev.tocsin.monitor.egress.Trouble;
import dev.tocsin.monitor.timing.Deadline;
import dev.tocsin.monitor.timing.Phase;
import dev.tocsin.monitor.timing.Stopwatch;

/** Sends one request on a fresh connection and reads the one answer. Blocks; meant for virtual threads. */
public final class HttpExchange {
    private final Dialer dialer;
    private final SSLSocketFactory tls;

    public HttpExchange(Dialer dialer, SSLSocketFactory tls) {
        this.dialer = dialer;
        this.tls = tls;
    }

    /** @throws Trouble for whatever kept the answer away, the deadline included */
    public HttpAnswer send(HttpRequest request, Deadline deadline, Stopwatch watch) throws Trouble {
        return send(request, deadline, watch, Avoid.NOTHING);
    }

    /** The same, preferring addresses that are not to be avoided. */
    public HttpAnswer send(HttpRequest request, Deadline deadline, Stopwatch watch, Avoid avoid) throws Trouble {
        var url = request.url();
        try (var plain = dialer.dial(url.host(), url.port(), deadline, watch, avoid)) {
            var socket = url.secure() ? secured(plain, url, watch) : plain;
            watch.enter(Phase.FIRST_BYTE);
            socket.getOutputStream().write(request.bytes());
            var in = new BufferedInputStream(new Timed(socket.getInputStream(), watch), 8192);
            var answer =
                    new AnswerReader(in).read(request.method(), (InetSocketAddress) plain.getRemoteSocketAddress());
            return socket instanceof SSLSocket secure ? answer.from(certificate(secure)) : answer;
        } catch (IOException e) {
            throw explained(e, deadline, watch);
        }
    }

    /** TLS on top, with the host's name in SNI and in the certificate. Not closed itself: that could block. */
    private Socket secured(Socket plain, HttpUrl url, Stopwatch watch) throws IOException {
        watch.enter(Phase.TLS);
        var bare = url.host().replaceAll("^\\[|]$", "");
        var socket = (SSLSocket) tls.createSocket(plain, bare, url.port(), false);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** The server's own; the handshake has vouched for it. */
    private static Optional<X509Certificate> certificate(SSLSocket socket) throws SSLException {
        return socket.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                ? Optional.of(shown)
                : Optional.empty();
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
