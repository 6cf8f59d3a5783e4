package dev.tocsin.dashboard.web;

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
}
