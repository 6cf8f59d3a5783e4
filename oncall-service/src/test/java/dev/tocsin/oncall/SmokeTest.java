package dev.tocsin.oncall;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SmokeTest {
    @Test
    void anUnknownPathIsNotFound() {
        given().get("/nowhere").then().statusCode(404);
    }
}
