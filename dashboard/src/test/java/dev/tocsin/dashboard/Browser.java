package dev.tocsin.dashboard;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** A browser without script, for tests: keeps cookies, reads the token out of a page, follows nothing by itself. */
final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private final Map<String, String> cookies = new HashMap<>();

    static Browser signedInAs(String key) {
        var browser = new Browser();
        browser.cookies.put("tocsin-session", "tcs_" + key);
        return browser;
    }

    Response get(String path) {
        return keep(request().get(path));
    }

    /** Posts a form the way a person does: from a page that was opened first. */
    Response post(String from, String path, Map<String, ?> fields) {
        var token = token(get(from));
        return send(path, fields, token);
    }

    Response send(String path, Map<String, ?> fields, String token) {
        return keep(given().redirects()
                .follow(false)
                .cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("csrf-token", token)
                .formParams(fields)
                .post(path));
    }

    Response follow(Response redirect) {
        return get(redirect.header("Location").replaceFirst("^https?://[^/]+", ""));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    RequestSpecification request() {
        return given().urlEncodingEnabled(false).redirects().follow(false).cookies(cookies);
    }

    static String token(Response page) {
        var found = TOKEN.matcher(page.asString());
        if (!found.find()) throw new AssertionError("no form on the page:\n" + page.asString());
        return found.group(1);
    }

    private Response keep(Response response) {
        response.getDetailedCookies().forEach(cookie -> {
            if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie.getValue());
        });
        return response;
    }
}
