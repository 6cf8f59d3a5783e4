package dev.tocsin.local.demo;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/** The three services that take data, under one token of the operator (good for five minutes, the demo needs seconds). */
record Apis(HttpClient http, Api oncall, Api monitor, Api postmortem, Api phones) implements AutoCloseable {

    /** Exchanges the operator token for one that all services accept. */
    static Apis signedIn(Demo.Urls urls, String operatorToken) throws DemoException {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var token = new Api(http, urls.oncall(), operatorToken)
                .post("/api/v1/token", Map.of())
                .path("token")
                .asText();
        return new Apis(
                http,
                new Api(http, urls.oncall(), token),
                new Api(http, urls.monitor(), token),
                new Api(http, urls.postmortem(), token),
                new Api(http, urls.phones(), "nobody asks"));
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
