package dev.tocsin.oncall.story;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.Crews.Member;
import dev.tocsin.oncall.paging.RecordingCourier.Sent;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A person of a story, with a phone that is read text by text. */
final class Somebody {
    private static final String TOKEN = "12345678901234567890123456789012";
    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String OUR_NUMBER = "+15005550006";
    private static final Pattern MESSAGE = Pattern.compile("(?s)<Message>(.*)</Message>");
    private static final AtomicInteger SIDS = new AtomicInteger();

    private final Story story;
    private final Member member;
    private int read;

    Somebody(Story story, Member member) {
        this.story = story;
        this.member = member;
    }

    UUID id() {
        return member.id();
    }

    String name() {
        return member.name();
    }

    String phone() {
        return member.phone();
    }

    /** The next text on this phone has all of these in it; gives its body. */
    String isTexted(String... parts) {
        Await.until(name() + " has a text with " + List.of(parts), () -> texts().size() > read);
        var body = texts().get(read++).body();
        assertThat(body).as("the text to %s", name()).contains(parts);
        return body;
    }

    /** Nothing came since the last text that was read, and nothing is on its way. */
    void isNotTexted() {
        story.settle();
        expectsNothingMore();
    }

    /** What came is looked at in another way. */
    void hasReadEverything() {
        read = texts().size();
    }

    /** The texts that the carrier was given for this phone, oldest first. */
    List<Sent> texts() {
        return story.courier.to(phone());
    }

    void expectsNothingMore() {
        assertThat(texts().subList(Math.min(read, texts().size()), texts().size()))
                .as("texts to %s that the story does not tell of", name())
                .extracting(Sent::body)
                .isEmpty();
    }

    /** Answers by text message; gives the text that comes back, empty when there is silence. */
    String replies(String text) {
        return texts(phone(), text);
    }

    /** A text to our number from some phone. */
    static String texts(String from, String text) {
        var form = new TreeMap<String, String>();
        form.put("AccountSid", ACCOUNT);
        form.put("MessageSid", "SMst%028d".formatted(SIDS.incrementAndGet()));
        form.put("From", from);
        form.put("To", OUR_NUMBER);
        form.put("Body", text);
        var path = "/twilio/sms/inbound";
        var answer = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", signature("https://oncall.example.com" + path, form))
                .formParams(form)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var message = MESSAGE.matcher(answer);
        return message.find() ? message.group(1) : "";
    }

    /** A JSON request of this person, signed in. */
    RequestSpecification calls() {
        return story.callers.as(id());
    }

    void acknowledges(UUID incident) {
        calls().body("{}")
                .post("/api/v1/incidents/" + incident + "/acknowledge")
                .then()
                .statusCode(200);
    }

    void resolves(UUID incident) {
        calls().body("{}")
                .post("/api/v1/incidents/" + incident + "/resolve")
                .then()
                .statusCode(200);
    }

    private static String signature(String url, TreeMap<String, String> form) {
        var signed = new StringBuilder(url);
        form.forEach((key, value) -> signed.append(key).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
