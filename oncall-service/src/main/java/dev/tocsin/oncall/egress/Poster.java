package dev.tocsin.oncall.egress;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Posts to URLs that people wrote down. By hand over a socket, because the JDK's client resolves a name itself and
 * would connect to an address that nobody vetted. Redirects are answers like any other: they are not followed.
 */
@ApplicationScoped
public class Poster {
    private static final int LONGEST_LINE = 8 * 1024;

    private final AddressPolicy policy;

    Poster(EgressConfig config) {
        this.policy = new AddressPolicy(config.allow().map(Cidr::parseList).orElse(List.of()));
    }

    /** Why this URL's host is not called now; empty when it may be. Asks the name service. */
    public Optional<String> refusal(URI url) {
        try {
            return firstRefusal(List.of(InetAddress.getAllByName(host(url))));
        } catch (UnknownHostException e) {
            return Optional.of("the name " + url.getHost() + " is not known");
        }
    }

    /** One POST; blocks up to about {@code within}. */
    public Posted post(URI url, Map<String, String> headers, byte[] body, Duration within) {
        try {
            var addresses = List.of(InetAddress.getAllByName(host(url)));
            var refusal = firstRefusal(addresses);
            if (refusal.isPresent()) return new Posted.Refused(refusal.get());
            return post(url, addresses.getFirst(), headers, body, (int) Math.max(1, within.toMillis()));
        } catch (UnknownHostException e) {
            return new Posted.NotSent("the name " + url.getHost() + " is not known");
        }
    }

    /** One bad address among several refuses the name: which one would be dialled is chance. */
    private Optional<String> firstRefusal(List<InetAddress> addresses) {
        return addresses.stream().flatMap(a -> policy.refusal(a).stream()).findFirst();
    }

    private static Posted post(URI url, InetAddress address, Map<String, String> headers, byte[] body, int millis) {
        // One byte now and then must not hold a worker for hours.
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        try (var socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(address, port(url)), Math.min(millis, 5_000));
                socket.setSoTimeout(millis);
            } catch (IOException e) {
                return new Posted.NotSent(reason(e));
            }
            try (var stream = secured(socket, url)) {
                write(stream, url, headers, body);
                return status(new BufferedInputStream(stream.getInputStream()), end);
            }
        } catch (IOException e) {
            return new Posted.NoAnswer(reason(e));
        }
    }

    /** The certificate must be good for the name that was written down. */
    private static Socket secured(Socket socket, URI url) throws IOException {
        if (!secure(url)) return socket;
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var tls = (SSLSocket) factory.createSocket(socket, host(url), port(url), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private static void write(Socket socket, URI url, Map<String, String> headers, byte[] body) throws IOException {
        var all = new LinkedHashMap<String, String>();
        all.put("Host", url.getRawAuthority());
        all.put("User-Agent", "Tocsin");
        all.put("Content-Length", Integer.toString(body.length));
        all.put("Connection", "close");
        all.putAll(headers);
        var head = new StringBuilder("POST ").append(target(url)).append(" HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var out = new BufferedOutputStream(socket.getOutputStream());
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static Posted status(InputStream in, long end) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
            if (System.nanoTime() > end) return new Posted.NoAnswer("no answer in time");
            line.append((char) c);
        }
        var words = line.toString().strip().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("\\d{3}"))
            return new Posted.NoAnswer("the answer is not HTTP");
        return new Posted.Answered(Integer.parseInt(words[1]));
    }

    private static String target(URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return Stream.of(path, url.getRawQuery())
                .filter(part -> part != null)
                .reduce((before, query) -> before + "?" + query)
                .orElse("/");
    }

    private static int port(URI url) {
        if (url.getPort() > 0) return url.getPort();
        return secure(url) ? 443 : 80;
    }

    private static boolean secure(URI url) {
        return "https".equals(url.getScheme());
    }

    private static String host(URI url) {
        var host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
