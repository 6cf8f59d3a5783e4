package dev.tocsin.postmortem.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;

import javax.imageio.ImageIO;

import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.Webhooks;
import dev.tocsin.postmortem.report.Content;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class ImageResourceTest {
    @Test
    void aPictureIsKeptShownToReadersAndStaysOnceItIsPublished() throws IOException {
        var id = Drafting.opened();
        var added = upload(Issuer.responder(), id, "Errors by region [eu]", png(64, 32))
                .statusCode(201)
                .body("mime", equalTo("image/png"))
                .body("width", is(64))
                .body("markdown", startsWith("![Errors by region \\[eu\\]](/postmortems/images/"));
        String image = added.extract().path("id");
        upload(Issuer.responder(), id, "The same again", png(64, 32))
                .statusCode(201)
                .body("id", equalTo(image));
        Drafting.get(Issuer.viewer(), "/" + id + "/images").statusCode(200).body("size()", is(1));

        read(Issuer.viewer(), image)
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", containsString("private"));
        given().get("/api/v1/postmortem-images/" + image).then().statusCode(401);

        var text = added.extract().path("markdown")
                + " ![](https://elsewhere.example/pixel.png) ![](/postmortems/images/" + image + ")";
        Drafting.save(Issuer.responder(), id, 1, withRootCause(text))
                .statusCode(200)
                .body("gate.reason", hasItem(containsString("one from elsewhere is not shown")))
                .body("gate.reason", hasItem(containsString("what the picture shows")));
        delete(Issuer.responder(), image).statusCode(409);

        Drafting.save(Issuer.responder(), id, 2, withRootCause(added.extract().path("markdown")))
                .statusCode(200)
                .body("gate.size()", is(0));
    }

    @Test
    void aPictureNobodyShowsCanBeRemoved() throws IOException {
        var id = Drafting.opened();
        String image = upload(Issuer.responder(), id, "A mistake", png(8, 8))
                .statusCode(201)
                .extract()
                .path("id");
        delete(Issuer.viewer(), image).statusCode(403);
        delete(Issuer.responder(), image).statusCode(204);
        read(Issuer.viewer(), image).statusCode(404);
    }

    @Test
    void whatIsNoPictureOrSaysNothingIsRefusedByField() throws IOException {
        var id = Drafting.opened();
        upload(Issuer.responder(), id, "A page", "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(400)
                .body("errors.field", hasItem("file"))
                .body("detail", not(containsString("<html>")));
        upload(Issuer.responder(), id, " ", png(8, 8)).statusCode(400).body("errors.field", hasItem("alt"));
        upload(Issuer.viewer(), id, "Mine", png(8, 8)).statusCode(403);
        upload(Issuer.responder(), UUID.randomUUID(), "Whose?", png(8, 8)).statusCode(404);
    }

    private static Content withRootCause(String text) {
        var c = Fixtures.finished();
        return new Content(
                c.title(),
                c.subtitle(),
                c.hook(),
                c.tldr(),
                c.summary(),
                c.timeline(),
                c.noMisleadingPaths(),
                c.detectedHow(),
                c.rootCause() + "\n\n" + text,
                c.resolution(),
                c.improvements(),
                c.tasks(),
                c.hiddenSeqs(),
                c.tags());
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static ValidatableResponse upload(String token, UUID id, String alt, byte[] file) {
        return given().auth()
                .oauth2(token)
                .contentType("application/octet-stream")
                .queryParam("alt", alt)
                .body(file)
                .post("/api/v1/postmortems/" + id + "/images")
                .then();
    }

    private static ValidatableResponse read(String token, String image) {
        return given().auth()
                .oauth2(token)
                .get("/api/v1/postmortem-images/" + image)
                .then();
    }

    private static ValidatableResponse delete(String token, String image) {
        return given().auth()
                .oauth2(token)
                .delete("/api/v1/postmortem-images/" + image)
                .then();
    }
}
