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

    // Found.java

    @Message("Incidents, people, services")
    String incidentsPeopleServices();

    @Message("Incidents")
    String incidents();

    @Message("Services")
    String services();

    @Message("People")
    String people();

    @Message("Teams")
    String teams();

    @Message("Schedules")
    String schedules();

    @Message("Escalation policies")
    String escalationPolicies();

    @Message("Checks")
    String checks();

    @Message("Postmortems")
    String postmortems();

    // SearchPages.java

    @Message("Go")
    String go();

    @Message("Board")
    String board();

    @Message("On call")
    String onCall();

    @Message("MTA and MTR")
    String mtaAndMtr();

    @Message("Find and move")
    String findAndMove();

    @Message("Search")
    String search();

    @Message("Next row")
    String nextRow();

    @Message("Previous row")
    String rowBefore();

    @Message("Next search result")
    String nextHitOfASearch();

    @Message("Previous search result")
    String hitBefore();

    @Message("These keys")
    String theseKeys();

    @Message("Act on the row, or on the open incident")
    String actOnTheRowOrOn();

    @Message("Acknowledge")
    String acknowledge();

    @Message("Resolve")
    String resolve();
}
