package dev.tocsin.monitor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.Problem.Fault;
import dev.tocsin.monitor.condition.Condition;
import dev.tocsin.monitor.condition.ConditionError;
import dev.tocsin.monitor.condition.Conditions;
import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.probe.Faults;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.Target;

/** Reads what a check is to ask out of what was sent: the target by its kind, the conditions by the kind's words. */
@ApplicationScoped
class Wishes {
    private final Targets targets;

    Wishes(Targets targets) {
        this.targets = targets;
    }

    /** @throws Problem.Refusal naming every fault */
    Wanted read(CheckRequest request) {
        var faults = new Faults();
        var kinds = targets.kinds();
        var kind = kinds.named(request.kind());
        for (var word : request.targets().keySet()) {
            faults.demand(word, kinds.named(word).isPresent(), "is not known here");
            if (kinds.named(word).isPresent() && kind.isPresent())
                faults.demand(word, word.equals(request.kind()), "does not go with the kind " + request.kind());
        }
        CheckRules.examine(request, faults);
        var words = kinds.all().stream().map(Kind::word).collect(Collectors.joining(", "));
        faults.demand("kind", kind.isPresent(), "must be one of " + words);
        kind.ifPresent(k -> faults.demand(
                k.word(), present(request.targets().get(k.word())), "is needed for the kind " + k.word()));
        var target = kind.filter(k -> present(request.targets().get(k.word())))
                .map(k -> target(k, request.targets().get(k.word()), faults));
        var conditions = kind.map(k -> conditions(request.conditions(), k.vocabulary(), faults));
        refuse(faults.all());
        return new Wanted(target.orElseThrow(), conditions.orElseThrow());
    }

    /** The same target, looked at again once its secrets are restored. @throws Problem.Refusal naming every fault */
    <T extends Target> T whole(T target) {
        var faults = new Faults();
        targets.kinds().of(target).examine(target, faults.in(target.kind()));
        refuse(Secrets.missing(target, targets.kinds()));
        refuse(faults.all());
        return target;
    }

    private <T extends Target> T target(Kind<T> kind, JsonNode node, Faults faults) {
        var target = targets.sent(kind, node);
        kind.examine(target, faults.in(kind.word()));
        return target;
    }

    private static Conditions conditions(List<String> texts, Vocabulary vocabulary, Faults faults) {
        faults.demand("conditions", texts.size() <= Conditions.MOST, "must be at most %d".formatted(Conditions.MOST));
        var good = new ArrayList<String>();
        for (var i = 0; i < Math.min(texts.size(), Conditions.MOST); i++) {
            try {
                good.add(Condition.parse(texts.get(i), vocabulary).source());
            } catch (ConditionError e) {
                faults.demand("conditions[%d]".formatted(i), false, e.getMessage());
            }
        }
        return Conditions.parse(good, vocabulary);
    }

    private static boolean present(JsonNode node) {
        return node != null && !node.isNull();
    }

    /** Says every fault at once. */
    static void refuse(List<Fault> faults) {
        if (faults.isEmpty()) return;
        var sentences = faults.stream().map(f -> f.field() + " " + f.reason()).collect(Collectors.joining("; "));
        throw new Problem.Refusal(Response.Status.BAD_REQUEST, sentences, faults);
    }
}
