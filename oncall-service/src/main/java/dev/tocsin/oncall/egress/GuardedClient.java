package dev.tocsin.oncall.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Posts to addresses that pass a policy: once, following no redirect, and for no longer than a deadline in all. */
public final class GuardedClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final int READ_AT_MOST = 4096;
    private static final int CONNECTIONS = 64;
    private static final int CONNECTIONS_A_HOST = 8;

    /** What came back: the status, the first {@value #READ_AT_MOST} bytes of the body. */
    public record Answer(int status, String body) {}

    /** The name leads to no address that may be called; nothing was sent. */
    public static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    private final CloseableHttpClient http;

    public GuardedClient(AddressPolicy policy) {
        http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Vetting(policy))
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS_A_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT))
                                .setSocketTimeout(Timeout.of(SILENCE))
                                // A pooled connection was vetted once; it must not outlive a change of the name by
                                // long.
                                .setTimeToLive(TimeValue.ofSeconds(30))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(SILENCE))
                        .setConnectionRequestTimeout(Timeout.of(CONNECT))
                        .setRedirectsEnabled(false)
                        .build())
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableContentCompression()
                .setUserAgent("Tocsin")
                .build();
    }

    /**
     * @throws Refused when the address may not be called
     * @throws IOException with words for people: unknown name, silence, broken connection
     */
    public Answer post(URI url, Map<String, String> headers, String body) throws IOException {
        var request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        var watchdog = Thread.ofVirtual().start(() -> abortLate(request));
        // Closed without reading the rest: a connection with an endless body is thrown away.
        try (var response = http.executeOpen(HttpHost.create(url), request, null)) {
            var entity = Optional.ofNullable(response.getEntity());
            var read =
                    entity.isEmpty() ? new byte[0] : entity.get().getContent().readNBytes(READ_AT_MOST);
            return new Answer(response.getCode(), new String(read, StandardCharsets.UTF_8));
        } finally {
            watchdog.interrupt();
        }
    }

    private static void abortLate(HttpPost request) {
        try {
            Thread.sleep(DEADLINE);
            request.abort();
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    /** Gives only addresses that may be called; the connection is made to one of these and no other. */
    private record Vetting(AddressPolicy policy) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            var open = Stream.of(found)
                    .filter(address -> policy.refusal(address).isEmpty())
                    .toArray(InetAddress[]::new);
            if (open.length > 0) return open;
            var refusal = Stream.of(found)
                    .flatMap(address -> policy.refusal(address).stream())
                    .findFirst();
            if (refusal.isPresent()) throw new Refused(refusal.get());
            throw new UnknownHostException("the name " + host + " has no address");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
