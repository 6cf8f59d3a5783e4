package dev.tocsin.dashboard.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/incidents",
                "/incidents?state=open&team=a",
                "/incidents/0190#timeline",
                "/a/b/c",
                "/?x=//evil.example"
            })
    void aPathOfOursIsKept(String path) {
        assertThat(LocalPath.or(path, "/elsewhere")).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "incidents",
                "https://evil.example/",
                "//evil.example/",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/ /evil.example",
                "/\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "/.//evil.example",
                "/..//evil.example",
                "/login",
                "/login?next=/login",
                "/logout",
                "/%zz"
            })
    void anythingElseLeadsHome(String path) {
        assertThat(LocalPath.or(path, "/")).isEqualTo("/");
    }

    @Test
    void theLogHasNoSecretsOfLinksAndNoForgedLines() {
        assertThat(LocalPath.printable("/invitation/" + "x".repeat(32))).isEqualTo("/invitation/…");
        assertThat(LocalPath.printable("/incidents/0190f9d6-0000-7000-8000-000000000012/notes"))
                .isEqualTo("/incidents/0190f9d6-0000-7000-8000-000000000012/notes");
        assertThat(LocalPath.printable("/x\nINFO all is well")).isEqualTo("/x?INFO all is well");
    }
}
