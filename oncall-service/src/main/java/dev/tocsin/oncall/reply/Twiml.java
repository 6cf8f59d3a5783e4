package dev.tocsin.oncall.reply;

import java.util.Optional;

/** The carrier's answer language, as far as we speak it. */
final class Twiml {
    private Twiml() {}

    static String message(Optional<String> text) {
        var head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        return text.map(said -> head + "<Response><Message>" + escaped(said) + "</Message></Response>")
                .orElse(head + "<Response/>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
