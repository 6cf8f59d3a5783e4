package dev.tocsin.phones.callback;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What the application answers to an inbound text: the messages to send back, or why it cannot be read. */
public sealed interface TwiMl {
    /** The texts of the {@code <Message>} verbs, perhaps none. */
    record Messages(List<String> texts) implements TwiMl {}

    /** The carrier's error code: 12100 is not XML, 12200 is not TwiML, 12300 has the wrong content type. */
    record Unreadable(int code, String why) implements TwiMl {}

    static TwiMl of(Outcome.Answered answer) {
        if (answer.body().isBlank()) return new Messages(List.of());
        var type = answer.contentType().toLowerCase(Locale.ROOT);
        if (!type.contains("xml")) return new Unreadable(12300, "content type " + answer.contentType());
        try {
            return read(answer.body());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return new Unreadable(12100, e.getMessage());
        }
    }

    private static TwiMl read(String xml) throws SAXException, IOException, ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Throwing());
        var root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        if (!root.getTagName().equals("Response")) return new Unreadable(12200, "the root is " + root.getTagName());
        var texts = new ArrayList<String>();
        for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element verb && verb.getTagName().equals("Message")) texts.add(textOf(verb));
        }
        return new Messages(texts);
    }

    /** {@code <Message>text</Message>} or {@code <Message><Body>text</Body></Message>}. */
    private static String textOf(Element message) {
        var bodies = message.getElementsByTagName("Body");
        var text = bodies.getLength() > 0 ? bodies.item(0).getTextContent() : message.getTextContent();
        return text.strip();
    }

    /** The JDK's own handler would print to the console. */
    final class Throwing implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
