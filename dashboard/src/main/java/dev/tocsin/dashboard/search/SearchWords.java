package dev.tocsin.dashboard.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the search and of the keys, as {@code search:name} in templates. */
@MessageBundle("search")
public interface SearchWords {
    // SearchPages/keys.html

    @Message("They rest while you type in a field.")
    String theyRestWhileYouType();

    @Message("then")
    String then();

    // SearchPages/search.html

    @Message("{#if q}{q} · {/if}Search")
    String qSearch(String q);

    @Message("A number, a name, a few words")
    String aNumberANameA();

    @Message("Incidents by number, title or service; checks, people, services, schedules, teams, policies and "
            + "postmortems.")
    String incidentsByNumberTitleOr();

    @Message("Nothing found")
    String nothingFound();

    @Message("Nothing holds “{q}”. Try fewer words, or the beginning of one.")
    String nothingHoldsQTryFewer(String q);

    @Message("All that fit")
    String allThatFit();
}
