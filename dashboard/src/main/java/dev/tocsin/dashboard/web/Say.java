package dev.tocsin.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.SingleResultNode;
import io.quarkus.qute.TemplateException;

/**
 * A sentence of a message bundle with pieces of the page in it:
 * {@code {#say check:since}{#time check.stateSince /}{/say}} for "since [1]", and
 * {@code {#say check:choose}<a href="/services">{it}</a>{#and}…{/say}} for "[1|Choose a service] or [2]".
 * The words are escaped here, the markup is the template's own: a sentence cannot bring any.
 */
@EngineConfiguration
public class Say implements SectionHelperFactory<Say.Sentence> {
    private static final String MESSAGE = "message";
    private static final String AND = "and";
    private static final String WORDS = "it";
    private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of());

    @Override
    public List<String> getDefaultAliases() {
        return List.of("say");
    }

    @Override
    public ParametersInfo getParameters() {
        return ParametersInfo.builder().addParameter(MESSAGE).build();
    }

    @Override
    public List<String> getBlockLabels() {
        return List.of(AND);
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
        if (block.getLabel().equals(MAIN_BLOCK_NAME)) block.addExpression(MESSAGE, block.getParameter(MESSAGE));
        var inner = new Scope(outer);
        inner.putBinding(WORDS, "|java.lang.String|");
        return inner;
    }

    @Override
    public Sentence initialize(SectionInitContext context) {
        return new Sentence(context.getExpression(MESSAGE), context.getBlocks());
    }

    /** One use of the section: which sentence, and its pieces in the order of their numbers. */
    public record Sentence(Expression message, List<SectionBlock> pieces) implements SectionHelper {
        @Override
        public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
            return context.evaluate(message)
                    .thenCompose(said -> together(Phrase.of(String.valueOf(said)).parts().stream()
                            .map(part -> switch (part) {
                                case Phrase.Words(var text) -> words(text);
                                case Phrase.Place place -> piece(place, context);
                            })
                            .toList()));
        }

        private static CompletionStage<ResultNode> words(String text) {
            return CompletableFuture.completedFuture(new SingleResultNode(ESCAPER.map(text, null)));
        }

        private CompletionStage<ResultNode> piece(Phrase.Place place, SectionResolutionContext context) {
            if (place.number() < 1 || place.number() > pieces.size())
                throw new TemplateException(
                        "%s has a place %d, and %d pieces".formatted(message, place.number(), pieces.size()));
            var inside = context.resolutionContext().createChild(Mapper.wrap(Map.of(WORDS, place.words())), null);
            return context.execute(pieces.get(place.number() - 1), inside);
        }

        private static CompletionStage<ResultNode> together(List<CompletionStage<ResultNode>> parts) {
            CompletionStage<List<ResultNode>> all = CompletableFuture.completedFuture(new ArrayList<>());
            for (var part : parts)
                all = all.thenCombine(part, (done, next) -> {
                    done.add(next);
                    return done;
                });
            return all.thenApply(done -> new ResultNode() {
                @Override
                public void process(Consumer<String> out) {
                    done.forEach(one -> one.process(out));
                }
            });
        }
    }
}
