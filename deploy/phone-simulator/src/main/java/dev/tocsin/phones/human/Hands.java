package dev.tocsin.phones.human;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.phones.PhonesConfig;
import dev.tocsin.phones.callback.Outcome;
import dev.tocsin.phones.callback.TwiMl;
import dev.tocsin.phones.callback.Webhook;
import dev.tocsin.phones.carrier.Carrier;
import dev.tocsin.phones.carrier.Sids;
import dev.tocsin.phones.phone.PhoneBook;
import dev.tocsin.phones.phone.Text;
import dev.tocsin.phones.truth.TruthLog;
import io.quarkus.logging.Log;

/** A person texts: the carrier acts on its own keywords, hands the text to the application, and brings the answer back. */
@ApplicationScoped
public class Hands {
    private static final int APPLICATION_FAILED = 11200;

    private final PhoneBook phones;
    private final Carrier carrier;
    private final Webhook webhook;
    private final TruthLog truth;
    private final PhonesConfig config;
    private final Clock clock;

    Hands(PhoneBook phones, Carrier carrier, Webhook webhook, TruthLog truth, PhonesConfig config, Clock clock) {
        this.phones = phones;
        this.carrier = carrier;
        this.webhook = webhook;
        this.truth = truth;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What became of a person's text.
     *
     * @param replies what the application answered in its TwiML
     * @param error why the application did not get it
     */
    public record Sent(String sid, List<String> replies, Optional<String> error) {}

    /** Texts whoever wrote to this phone last; blocks until the application has answered, at most 15 s. */
    public Sent text(String phone, String body) {
        var to = phones.lastSender(phone).orElse(config.sender());
        var text = Text.fromPhone(Sids.message(), phone, to, body, clock.instant());
        phones.add(text);
        var keyword = Keyword.of(body);
        obey(keyword, phone, to);
        return config.inboundUrl()
                .map(url -> handOver(url, text, keyword))
                .orElseGet(() -> new Sent(text.sid(), List.of(), Optional.empty()));
    }

    private void obey(Keyword keyword, String phone, String sender) {
        switch (keyword) {
            case STOP -> {
                carrier.reply(sender, phone, keyword.answer());
                phones.stop(phone, sender);
                truth.add("stop", "phone", phone, "sender", sender);
            }
            case START -> {
                phones.start(phone, sender);
                carrier.reply(sender, phone, keyword.answer());
                truth.add("start", "phone", phone, "sender", sender);
            }
            case HELP -> carrier.reply(sender, phone, keyword.answer());
            case NONE -> {}
        }
    }

    private Sent handOver(String url, Text text, Keyword keyword) {
        var outcome = webhook.post(url, form(text, keyword));
        var sent = outcome.isSuccess() ? answered(text, (Outcome.Answered) outcome) : failed(text, outcome.shown());
        truth.add(
                "inbound",
                "sid",
                text.sid(),
                "from",
                text.phone(),
                "to",
                text.to(),
                "body",
                text.body(),
                "answer",
                outcome.shown(),
                "error",
                sent.error().orElse(null));
        return sent;
    }

    private Sent answered(Text text, Outcome.Answered answer) {
        return switch (TwiMl.of(answer)) {
            case TwiMl.Unreadable(var code, var why) -> failed(text, "error " + code + ": " + why);
            case TwiMl.Messages(var replies) -> {
                replies.forEach(reply -> {
                    truth.add("reply", "sid", text.sid(), "to", text.phone(), "body", reply);
                    carrier.reply(text.to(), text.phone(), reply);
                });
                yield new Sent(text.sid(), replies, Optional.empty());
            }
        };
    }

    private Sent failed(Text text, String why) {
        phones.change(text.sid(), t -> t.because(APPLICATION_FAILED));
        Log.warnf("inbound sid=%s: %s", text.sid(), why);
        return new Sent(text.sid(), List.of(), Optional.of(why));
    }

    /** Everything Twilio sends, also what nobody reads: a signature covers all of it. */
    private TreeMap<String, String> form(Text text, Keyword keyword) {
        var form = new TreeMap<String, String>();
        form.put("AccountSid", config.accountSid());
        form.put("ApiVersion", "2010-04-01");
        form.put("Body", text.body());
        form.put("From", text.phone());
        form.put("FromCity", "");
        form.put("FromCountry", "");
        form.put("FromState", "");
        form.put("FromZip", "");
        form.put("MessageSid", text.sid());
        form.put("NumMedia", "0");
        form.put("NumSegments", Integer.toString(text.segments().count()));
        form.put("SmsMessageSid", text.sid());
        form.put("SmsSid", text.sid());
        form.put("SmsStatus", text.status().wire());
        form.put("To", text.to());
        form.put("ToCity", "");
        form.put("ToCountry", "");
        form.put("ToState", "");
        form.put("ToZip", "");
        if (keyword != Keyword.NONE) form.put("OptOutType", keyword.name());
        return form;
    }
}
