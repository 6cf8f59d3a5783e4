package dev.tocsin.oncall.story;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.tocsin.oncall.Await;
import dev.tocsin.oncall.paging.RecordingCourier.Sent;

import static io.restassured.RestAssured.given;

/** The carrier of a story: reports on what it was given, and puts calls through. */
final class Carrier {
    private static final String TOKEN = "12345678901234567890123456789012";
    private static final String ACCOUNT = "AC00000000000000000000000000000001";
    private static final String US = "https://oncall.example.com";

    private final Story story;

    Carrier(Story story) {
        this.story = story;
    }

    /** Another way to reach somebody, proven already; gives its address. */
    String wayTo(Somebody person, String kind, String address) {
        story.crews.run(
                "insert into contact_method (id, person_id, kind, address, created_at, verified_at)"
                        + " values (?, ?, ?, ?, now() + interval '1 second', now())",
                UUID.randomUUID(),
                person.id(),
                kind,
                address);
        return address;
    }

    /** A phone for calls beside the one for texts. */
    String callsReach(Somebody person) {
        return wayTo(person, "VOICE", person.phone().replace("+1555", "+1556"));
    }

    /** The n-th thing that was sent to an address, from 1. */
    Sent sent(String to, int n) {
        Await.until(n + " to " + to, () -> story.courier.to(to).size() >= n);
        return story.courier.to(to).get(n - 1);
    }

    List<Sent> all(String to) {
        story.settle();
        return story.courier.to(to);
    }

    /** A report on a text. */
    void reports(Sent text, String status, String errorCode) {
        var form = form(Map.of("MessageSid", text.providerId(), "MessageStatus", status));
        if (errorCode != null) form.put("ErrorCode", errorCode);
        post("/twilio/sms/status?attempt=" + text.attempt(), form, 204);
    }

    /** A report on a call. */
    void reportsCall(Sent call, String status) {
        post(
                "/twilio/voice/status?attempt=" + call.attempt(),
                form(Map.of("CallSid", sid(call), "CallStatus", status)),
                204);
    }

    /** Somebody or something picks up; gives what it hears. */
    String answered(Sent call, String by) {
        return post(
                "/twilio/voice/say?attempt=" + call.attempt(),
                form(Map.of("CallSid", sid(call), "CallStatus", "in-progress", "AnsweredBy", by)),
                200);
    }

    /** Presses a key; gives what is said then. */
    String presses(Sent call, String digit) {
        return post(
                "/twilio/voice/keys?attempt=" + call.attempt() + "&round=1",
                form(Map.of("CallSid", sid(call), "CallStatus", "in-progress", "Digits", digit)),
                200);
    }

    /** The same without a good signature; gives the status. */
    int forges(Sent call, String digit) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", "bm90IHNpZ25lZA==")
                .formParams(form(Map.of("CallSid", sid(call), "Digits", digit)))
                .post("/twilio/voice/keys?attempt=" + call.attempt() + "&round=1")
                .statusCode();
    }

    private static String sid(Sent call) {
        return "CA" + call.providerId().substring(2);
    }

    private static TreeMap<String, String> form(Map<String, String> fields) {
        var form = new TreeMap<>(fields);
        form.put("AccountSid", ACCOUNT);
        return form;
    }

    private static String post(String path, TreeMap<String, String> form, int status) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", signature(US + path, form))
                .formParams(form)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .asString();
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
