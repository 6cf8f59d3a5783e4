package dev.tocsin.phones;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;

/** twilio-java's transport, turned to the simulator, with one request a call instead of its silent repeats. */
class OneAttempt extends HttpClient {
    private final java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
    private final int port;

    OneAttempt(int port) {
        this.port = port;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        var wanted = request.constructURL();
        var target = URI.create("http://127.0.0.1:" + port + wanted.getFile());
        var form = request.getPostParams().entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> encode(e.getKey()) + "=" + encode(v)))
                .collect(Collectors.joining("&"));
        var basic = Base64.getEncoder()
                .encodeToString((request.getUsername() + ":" + request.getPassword()).getBytes(StandardCharsets.UTF_8));
        var builder = HttpRequest.newBuilder(target)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(request.getMethod().toString(), BodyPublishers.ofString(form));
        try {
            var response = client.send(builder.build(), BodyHandlers.ofString());
            return new Response(response.body(), response.statusCode());
        } catch (Exception e) {
            throw new ApiConnectionException(e.getMessage(), e);
        }
    }

    private static String encode(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
