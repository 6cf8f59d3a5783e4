package dev.tocsin.oncall.paging;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

import javax.net.ssl.SSLHandshakeException;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;

/**
 * Puts each request of twilio-java on the wire exactly once. Its own client repeats a POST up to six times on errors,
 * and a text has no idempotency key: every repeat may be a second page.
 */
final class OneAttemptHttpClient extends HttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    /** The carrier answered, but not with a success. */
    static final class Refused extends RuntimeException {
        final int status;
        final transient String body;

        Refused(int status, String body) {
            super("HTTP " + status);
            this.status = status;
            this.body = body;
        }
    }

    /** No connection was made, so nothing was sent. */
    static final class NotSent extends RuntimeException {
        NotSent(Throwable cause) {
            super(reason(cause), cause);
        }
    }

    /** The connection failed after the request may have been sent. */
    static final class Unanswered extends RuntimeException {
        Unanswered(Throwable cause) {
            super(reason(cause), cause);
        }
    }

    private final URI base;
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(Redirect.NEVER)
            .version(Version.HTTP_1_1)
            .build();

    /** @param base where the carrier's API is; twilio-java itself knows only https://api.twilio.com */
    OneAttemptHttpClient(URI base) {
        this.base = base;
    }

    /** The path that twilio-java takes; it repeats up to three times unless overridden. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            var response = http.send(translated(request), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) throw new Refused(response.statusCode(), response.body());
            return new Response(response.body(), response.statusCode());
        } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException | SSLHandshakeException e) {
            throw new NotSent(e);
        } catch (IOException e) {
            throw e.getCause() instanceof UnresolvedAddressException ? new NotSent(e) : new Unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(e);
        }
    }

    private HttpRequest translated(Request request) {
        var builder = HttpRequest.newBuilder(rewritten(request.constructURL().toString()))
                .timeout(READ)
                .header("Accept", "application/json")
                .header("Authorization", request.getAuthString());
        if (request.getMethod() == HttpMethod.GET) return builder.GET().build();
        return builder.header("Content-Type", "application/x-www-form-urlencoded")
                .method(request.getMethod().name(), BodyPublishers.ofString(request.encodeFormBody()))
                .build();
    }

    private URI rewritten(String url) {
        var path = url.substring(url.indexOf('/', "https://".length()));
        var root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
