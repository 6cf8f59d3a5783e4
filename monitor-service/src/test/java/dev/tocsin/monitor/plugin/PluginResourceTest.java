package dev.tocsin.monitor.plugin;

import dev.tocsin.monitor.IssuerForTests;
import dev.tocsin.monitor.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static dev.tocsin.monitor.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Nobody has named a directory of plugins here, so none is run, and it is said. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(IssuerForTests.class)
class PluginResourceTest {
    private static final String CHECK =
            "{\"name\":\"load\",\"kind\":\"plugin\",\"plugin\":{\"plugin\":\"check_load\",\"arguments\":[\"-w\",\"5\"]}}";

    @Test
    void pluginsAreOffUntilAnAdministratorNamesTheirDirectory() {
        as("viewer").get("/api/v1/plugins").then().statusCode(200).body("on", equalTo(false));
        as("admin")
                .body(CHECK)
                .post("/api/v1/checks")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("plugin.plugin"))
                .body("errors[0].reason", containsString("TOCSIN_MONITOR_PLUGINS_DIR"));
    }

    @Test
    void onlyAdministratorsSayWhatIsRun() {
        for (var path : new String[] {"/api/v1/checks", "/api/v1/checks/try"})
            as("responder")
                    .body(CHECK)
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("detail", containsString("only an administrator"));
    }
}
