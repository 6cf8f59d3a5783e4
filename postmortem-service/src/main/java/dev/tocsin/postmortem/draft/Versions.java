package dev.tocsin.postmortem.draft;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.postmortem.StoredJson;
import dev.tocsin.postmortem.compare.Changes;
import dev.tocsin.postmortem.compare.Merge;
import dev.tocsin.postmortem.history.Revisions;
import dev.tocsin.postmortem.report.Content;

/** Lays versions of a report side by side, and puts together what two people wrote upon the same one. */
@ApplicationScoped
class Versions {
    /** What both texts make together, not saved; {@code version} is the one to save it upon. */
    record Joined(int version, Content content, List<Merge.Clash> clashes, List<String> taken) {}

    private final Drafts drafts;
    private final Revisions revisions;

    Versions(Drafts drafts, Revisions revisions) {
        this.drafts = drafts;
        this.revisions = revisions;
    }

    Content at(UUID id, int version) {
        return revisions.exactly(id, version).orElseThrow(() -> none(id, version));
    }

    /** From one version to another; 0 stands for the present one. */
    List<Changes.Change> between(UUID id, int from, int to) {
        var now = to == 0 ? drafts.content(id).content() : known(id, to);
        return Changes.between(tree(known(id, from)), tree(now));
    }

    /** @param seen the version that {@code mine} was written upon */
    @Transactional
    Joined join(UUID id, int seen, Content mine) {
        var present = drafts.content(id);
        var base = revisions.at(id, seen).map(Versions::tree).orElseGet(() -> tree(null));
        var written = mine.withIds(UUID::randomUUID);
        var merged = Merge.of(base, tree(written), tree(present.content()));
        return new Joined(present.version(), content(merged.content()), merged.clashes(), merged.taken());
    }

    private Content known(UUID id, int version) {
        return revisions.at(id, version).orElseThrow(() -> none(id, version));
    }

    private static JsonNode tree(Content content) {
        return StoredJson.mapper().valueToTree(content);
    }

    private static Content content(JsonNode tree) {
        try {
            return StoredJson.mapper().treeToValue(tree, Content.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("two contents make a content", e);
        }
    }

    private static NotFoundException none(UUID id, int version) {
        return new NotFoundException("postmortem " + id + " has no version " + version);
    }
}
