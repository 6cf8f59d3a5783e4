package dev.tocsin.phones.call;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The verbs of a TwiML document for a call, as far as the carrier knows them here; others are passed over. */
sealed interface VoiceMl {
    record Say(String text) implements VoiceMl {}

    /** Says, then waits for keys; without any, goes on after it, or posts nothing when {@code always}. */
    record Gather(List<Say> said, String action, int digits, Duration timeout, boolean always) implements VoiceMl {}

    record Redirect(String url) implements VoiceMl {}

    record Hangup() implements VoiceMl {}

    /** @throws SAXException when it is not XML, or its root is not Response */
    static List<VoiceMl> read(String xml) throws SAXException, IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        var root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        if (!root.getTagName().equals("Response")) throw new SAXException("the root is " + root.getTagName());
        var verbs = new ArrayList<VoiceMl>();
        for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element verb) verb(verb).ifPresent(verbs::add);
        }
        return verbs;
    }

    private static Optional<VoiceMl> verb(Element verb) {
        return switch (verb.getTagName()) {
            case "Say" -> Optional.of(new Say(verb.getTextContent().strip()));
            case "Redirect" -> Optional.of(new Redirect(verb.getTextContent().strip()));
            case "Hangup" -> Optional.of(new Hangup());
            case "Gather" -> Optional.of(gather(verb));
            default -> Optional.empty();
        };
    }

    private static Gather gather(Element gather) {
        var said = new ArrayList<Say>();
        var says = gather.getElementsByTagName("Say");
        for (int i = 0; i < says.getLength(); i++)
            said.add(new Say(says.item(i).getTextContent().strip()));
        return new Gather(
                said,
                gather.getAttribute("action"),
                number(gather.getAttribute("numDigits"), 32),
                Duration.ofSeconds(number(gather.getAttribute("timeout"), 5)),
                gather.getAttribute("actionOnEmptyResult").equals("true"));
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : otherwise;
    }
}
