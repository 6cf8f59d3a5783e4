package dev.tocsin.phones.call;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.xml.parsers.ParserConfigurationException;

import dev.tocsin.phones.call.Switchboard.Order;
import dev.tocsin.phones.callback.Outcome;
import org.xml.sax.SAXException;

/** One call from ringing to its end: the person's side by hand or by script, the application's side by TwiML. */
final class Line {
    private static final int LONGEST_TALK = 30;
    private static final int APPLICATION_FAILED = 11200;

    private final String sid;
    private final Order order;
    private final CallBook book;
    private final Switchboard board;
    private final BlockingQueue<String> hand;
    private final Deque<Character> keys = new ArrayDeque<>();
    private int sequence;

    Line(String sid, Order order, CallBook book, Switchboard board) {
        this.sid = sid;
        this.order = order;
        this.book = book;
        this.board = board;
        this.hand = book.queue(sid).orElseThrow();
    }

    void run() {
        try {
            tell("initiated", book.find(sid).orElseThrow());
            Thread.sleep(board.stepDelay());
            ring();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ring() throws InterruptedException {
        switch (book.scriptOf(order.to())) {
            case CallScript.Busy _ -> end("busy");
            case CallScript.Ring _ -> {
                reach("ringing");
                var picked = hand.poll(order.timeout().toMillis(), TimeUnit.MILLISECONDS);
                if ("answer".equals(picked)) talk("human");
                else end(picked == null ? "no-answer" : "busy");
            }
            case CallScript.Answer(var after, var pressed) -> {
                reach("ringing");
                pressed.chars().forEach(key -> keys.add((char) key));
                pickUp(after, "human");
            }
            case CallScript.Voicemail(var after) -> {
                reach("ringing");
                pickUp(after, "machine_start");
            }
        }
    }

    private void pickUp(Duration after, String by) throws InterruptedException {
        if (after.compareTo(order.timeout()) > 0) {
            Thread.sleep(order.timeout());
            end("no-answer");
        } else {
            Thread.sleep(after);
            talk(by);
        }
    }

    private void talk(String by) throws InterruptedException {
        if (order.detect()) book.change(sid, call -> call.answeredBy(by));
        reach("in-progress");
        var next = order.twiml().or(() -> order.url().flatMap(url -> ask(url, Optional.empty())));
        for (int turn = 0; turn < LONGEST_TALK && next.isPresent(); turn++) next = obey(next.get());
        end("completed");
    }

    /** Does what a document says; gives the next one, if any. */
    private Optional<String> obey(String twiml) throws InterruptedException {
        List<VoiceMl> verbs;
        try {
            verbs = VoiceMl.read(twiml);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            failed(12100, e.getMessage());
            return Optional.empty();
        }
        for (var verb : verbs) {
            switch (verb) {
                case VoiceMl.Say(var text) -> hear(text);
                case VoiceMl.Hangup _ -> {
                    return Optional.empty();
                }
                case VoiceMl.Redirect(var url) -> {
                    return ask(url, Optional.empty());
                }
                case VoiceMl.Gather gather -> {
                    gather.said().forEach(said -> hear(said.text()));
                    var digits = press(gather);
                    if (digits.equals("hang-up")) return Optional.empty();
                    if (!digits.isEmpty() || gather.always()) return ask(gather.action(), Optional.of(digits));
                }
            }
        }
        return Optional.empty();
    }

    private String press(VoiceMl.Gather gather) throws InterruptedException {
        var digits = new StringBuilder();
        while (digits.length() < gather.digits()) {
            var key = keys.isEmpty()
                    ? hand.poll(gather.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    : String.valueOf(keys.removeFirst());
            if (key == null) break;
            if (key.equals("hang-up")) return key;
            if (key.matches("[0-9*#]")) {
                digits.append(key);
                book.change(sid, call -> call.with("« " + key));
            }
        }
        return digits.toString();
    }

    private void hear(String text) {
        book.change(sid, call -> call.with("» " + text));
        board.truth().add("said", "sid", sid, "to", order.to(), "text", text);
    }

    private Optional<String> ask(String url, Optional<String> digits) {
        var call = book.find(sid).orElseThrow();
        var form = board.form(call);
        call.answeredBy().ifPresent(by -> form.put("AnsweredBy", by));
        digits.ifPresent(pressed -> form.put("Digits", pressed));
        var outcome = board.webhook().post(url, form);
        board.truth().add("voice", "sid", sid, "url", url, "digits", digits.orElse(null), "answer", outcome.shown());
        if (outcome instanceof Outcome.Answered answer && outcome.isSuccess()) return Optional.of(answer.body());
        failed(APPLICATION_FAILED, outcome.shown());
        return Optional.empty();
    }

    private void failed(int code, String why) {
        book.change(sid, call -> call.because(code).with("» An application error has occurred. Goodbye."));
        board.truth().add("voice-error", "sid", sid, "code", code, "why", why);
    }

    private void end(String status) {
        reach(status);
    }

    private void reach(String status) {
        var call = book.change(sid, one -> one.reached(status, board.clock().instant()));
        board.truth().add("call", "sid", sid, "to", order.to(), "status", status);
        tell(
                switch (status) {
                    case "ringing" -> "ringing";
                    case "in-progress" -> "answered";
                    default -> "completed";
                },
                call);
    }

    private void tell(String event, Call call) {
        int number = sequence++;
        if (order.events().contains(event)) order.statusCallback().ifPresent(url -> board.report(call, url, number));
    }
}
