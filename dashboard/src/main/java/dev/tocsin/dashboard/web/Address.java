package dev.tocsin.dashboard.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A local address with its query, for links that keep what the reader has filtered by. Immutable. */
public record Address(String path) {
    /** The same address with one more parameter; a null or blank value leaves it out. */
    public Address with(String name, Object value) {
        if (value == null || value.toString().isBlank()) return this;
        var joint = path.indexOf('?') < 0 ? '?' : '&';
        return new Address(path + joint + name + '=' + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return path;
    }
}
