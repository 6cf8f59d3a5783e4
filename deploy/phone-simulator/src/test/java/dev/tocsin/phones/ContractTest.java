package dev.tocsin.phones;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answers of Messages and Calls against a description of the carrier's API. Answers only: the validator reads the
 * numbers in form requests as integers.
 */
@QuarkusTest
@QuarkusTestResource(Application.class)
class ContractTest {
    private static final String ACCOUNT = "AC00112233445566778899aabbccddeeff";
    private static final String BASE = "/2010-04-01/Accounts/" + ACCOUNT;
    private static final String FROM = "+15005550006";
    private static final OpenApiInteractionValidator CARRIER =
            OpenApiInteractionValidator.createForInlineApiSpecification(description())
                    .build();

    @Test
    void messages() {
        var sent = carrier()
                .formParams(Map.of("To", "+15551290001", "From", FROM, "Body", "Größe 🔔"))
                .post(BASE + "/Messages.json");
        fits(sent, 201, "/Messages.json", Method.POST);
        fits(carrier().get(BASE + "/Messages.json"), 200, "/Messages.json", Method.GET);
        var one = "/Messages/" + sent.jsonPath().getString("sid") + ".json";
        fits(carrier().get(BASE + one), 200, one, Method.GET);
        fits(carrier().get(BASE + "/Messages/SM0.json"), 404, "/Messages/SM0.json", Method.GET);
        var refused = carrier().formParams(Map.of("To", "+15005550001", "From", FROM, "Body", "x"));
        fits(refused.post(BASE + "/Messages.json"), 400, "/Messages.json", Method.POST);
        fits(given().get(BASE + "/Messages.json"), 401, "/Messages.json", Method.POST);
    }

    @Test
    void calls() {
        var placed = carrier()
                .formParams(
                        Map.of("To", "+15551290002", "From", FROM, "Twiml", "<Response><Say>hello</Say></Response>"))
                .post(BASE + "/Calls.json");
        fits(placed, 201, "/Calls.json", Method.POST);
        fits(carrier().get(BASE + "/Calls.json"), 200, "/Calls.json", Method.GET);
        var one = "/Calls/" + placed.jsonPath().getString("sid") + ".json";
        fits(carrier().get(BASE + one), 200, one, Method.GET);
        fits(carrier().get(BASE + "/Calls/CA0.json"), 404, "/Calls/CA0.json", Method.GET);
        var refused = carrier().formParams(Map.of("To", "+15005550001", "From", FROM, "Twiml", "<Response/>"));
        fits(refused.post(BASE + "/Calls.json"), 400, "/Calls.json", Method.POST);
    }

    private static void fits(Response answer, int status, String path, Method method) {
        assertThat(answer.statusCode()).isEqualTo(status);
        var report = CARRIER.validateResponse(
                BASE + path,
                method,
                SimpleResponse.Builder.status(status)
                        .withContentType("application/json")
                        .withBody(answer.asString())
                        .build());
        assertThat(report.getMessages()).as(answer.asString()).isEmpty();
    }

    private static RequestSpecification carrier() {
        return given().auth().preemptive().basic(ACCOUNT, Application.TOKEN);
    }

    private static String description() {
        try (var in = ContractTest.class.getResourceAsStream("/carrier-openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
