package dev.tocsin.postmortem.report;

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
