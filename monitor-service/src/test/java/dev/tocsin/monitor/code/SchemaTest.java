package dev.tocsin.monitor.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tocsin.monitor.IssuerForTests;
import dev.tocsin.monitor.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class SchemaTest {
    private static final Path KEPT = Path.of("checks.schema.json");

    /** With {@code -Dtocsin.schema.write=true} the file is written anew; do so after a change of a kind's settings. */
    @Test
    void theSchemaInTheRepositoryIsTheOneThatIsServed() throws IOException {
        var served = given().get("/api/v1/checks.schema.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("tocsin.schema.write")) Files.writeString(KEPT, served);
        assertThat(served)
                .as("run this test with -Dtocsin.schema.write=true to write checks.schema.json anew")
                .isEqualTo(Files.readString(KEPT));
    }

    @Test
    void everyKindIsInTheSchema() {
        var schema = given().get("/api/v1/checks.schema.json").jsonPath();
        var words = schema.getList("'$defs'.check.properties.kind.enum", String.class);
        assertThat(words).contains("http", "tcp");
        for (var word : words)
            assertThat(schema.getMap("'$defs'.'%s'.properties".formatted(word)))
                    .as(word)
                    .isNotEmpty();
    }
}
