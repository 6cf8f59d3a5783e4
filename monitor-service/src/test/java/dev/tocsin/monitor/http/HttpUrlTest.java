package dev.tocsin.monitor.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HttpUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://example.com, example.com, 80, /",
        "HTTPS://Example.COM:8443/a?b=c#d, example.com, 8443, /a?b=c",
        "http://my_service:8080/health, my_service, 8080, /health",
        "http://[::1]:81?x, [::1], 81, /?x",
        "https://bücher.example/, xn--bcher-kva.example, 443, /"
    })
    void addressesAreRead(String text, String host, int port, String target) {
        var url = HttpUrl.parse(text);
        assertThat(url.host()).isEqualTo(host);
        assertThat(url.port()).isEqualTo(port);
        assertThat(url.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "file:///etc/passwd",
                "unix:/run/docker.sock",
                "gopher://x",
                "http://",
                "http://:80/",
                "http://user:pass@example.com/",
                "http://example.com@evil.example/",
                "http://a b/",
                "http://a/b c",
                "http://a/b\r\nX: y",
                "http://a/\u0000",
                "http://a:0/",
                "http://a:99999/",
                "http://-a/",
                "http://[::1/",
                "http://a/\u00e9"
            })
    void whatIsNoPlainHttpAddressIsRefused(String text) {
        assertThatThrownBy(() -> HttpUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/y, http://a:81/y",
        "y, http://a:81/x/y",
        "?q, http://a:81/x/z?q",
        "//b/y, http://b/y",
        "https://c, https://c/"
    })
    void redirectsLeadWhereABrowserWouldGo(String location, String expected) {
        assertThat(HttpUrl.parse("http://a:81/x/z?old").resolve(location)).hasToString(expected);
    }

    @Test
    void aRedirectToAnotherSchemeLeadsNowhere() {
        assertThatThrownBy(() -> HttpUrl.parse("http://a/").resolve("file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
