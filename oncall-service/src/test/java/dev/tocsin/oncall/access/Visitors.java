package dev.tocsin.oncall.access;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.oncall.Callers;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Signs people in for the tests of this room, over the API. */
@ApplicationScoped
class Visitors {
    static final String PASSWORD = "a password of my own";

    private final Callers callers;

    Visitors(Callers callers) {
        this.callers = callers;
    }

    /** Somebody who has chosen a password. */
    void add(String name) {
        var email = name.toLowerCase(Locale.ROOT) + "@example.com";
        var made = callers.asha()
                .body("""
                        {"name": "%s", "email": "%s", "role": "responder", "zone": "UTC", "phone": "+14155552671"}""".formatted(name, email))
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        as(token(session(email, made.getString("oneTimePassword"))))
                .body("""
                        {"current": "%s", "new": "%s"}""".formatted(made.getString("oneTimePassword"), PASSWORD))
                .post("/api/v1/me/password")
                .then()
                .statusCode(204);
    }

    static RequestSpecification as(String token) {
        return Callers.nobody().header("Authorization", "Bearer " + token);
    }

    static ValidatableResponse signIn(String email, String password) {
        return from("127.0.0.1", email, password);
    }

    static ValidatableResponse from(String address, String email, String password) {
        return Callers.nobody()
                .header("X-Tocsin-Client", address)
                .body("""
                        {"email": "%s", "password": "%s"}""".formatted(email, password))
                .post("/api/v1/sessions")
                .then();
    }

    static String session(String email, String password) {
        JsonPath signedIn = signIn(email, password).statusCode(201).extract().jsonPath();
        return signedIn.getString("session");
    }

    static ValidatableResponse exchange(String secret) {
        return as(secret).post("/api/v1/token").then();
    }

    static String token(String session) {
        return exchange(session).statusCode(200).extract().jsonPath().getString("token");
    }
}
