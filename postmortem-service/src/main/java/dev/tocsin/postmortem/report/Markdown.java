package dev.tocsin.postmortem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads what authors write: CommonMark, with its nesting capped so that no text can exhaust a stack. */
public final class Markdown {
    /** Where a page finds an uploaded picture. */
    public static final String PICTURE = "/postmortems/images/";

    private static final int DEEPEST = 40;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private Markdown() {}

    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /**
     * The prose alone: link texts without addresses, inline code, no markers. Left out are code blocks (pasted
     * evidence, not the author's words) and pictures. Blocks and lines are parted by white space.
     */
    public static String prose(String markdown) {
        var prose = new Prose();
        parse(markdown).accept(prose);
        return prose.text.toString().strip();
    }

    /** A picture in a text: what it shows in words, and its address. */
    public record Shown(String alt, String address) {
        /** True for an uploaded one; others would call elsewhere when they are read, so they are not shown. */
        public boolean isOurs() {
            return address.matches(PICTURE + "[0-9a-f-]{36}");
        }
    }

    /** The Markdown that shows an uploaded picture. */
    public static String picture(String alt, UUID id) {
        return "![" + alt.strip().replaceAll("\\s+", " ").replaceAll("([\\[\\]\\\\*_`<&])", "\\\\$1") + "](" + PICTURE
                + id + ")";
    }

    /** The pictures of a text, in their order. */
    public static List<Shown> pictures(String markdown) {
        if (!markdown.contains("![")) return List.of();
        var pictures = new ArrayList<Shown>();
        parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Image node) {
                pictures.add(new Shown(alt(node), node.getDestination()));
            }
        });
        return pictures;
    }

    private static String alt(Image node) {
        var alt = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                alt.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                alt.append(code.getLiteral());
            }
        });
        return alt.toString().strip();
    }

    private static final class Prose extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        // Raw HTML is shown as typed, so it reads as text here too.
        @Override
        public void visit(HtmlInline node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(HtmlBlock node) {
            text.append(node.getLiteral()).append('\n');
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak node) {
            text.append(' ');
        }

        @Override
        protected void visitChildren(Node parent) {
            if (parent instanceof Image) return;
            super.visitChildren(parent);
            if (parent instanceof Block) text.append('\n');
        }
    }
}
