package dev.tocsin.dashboard.texts;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page about sent texts, as {@code texts:name} in templates. */
@MessageBundle("texts")
public interface TextWords {
    // TextPages/list.html

    @Message("Texts from phones")
    String textsFromPhones();

    @Message("Every text that came in, what was done with it and what was answered.")
    String everyTextThatCameIn();

    @Message("Which texts")
    String whichTexts();

    @Message("No texts here")
    String noTextsHere();

    @Message("Replies to pages appear here. In a reply, 1a acknowledges and 1r resolves, where 1 is the number in the "
            + "page.")
    String answersToPagesArriveHere();

    @Message("When|From|Text|Result|Answer")
    String whenFromTextResultAnswer();

    @Message("When")
    String when();

    @Message("A stranger")
    String aStranger();

    @Message("Text")
    String text();

    @Message("Result")
    String result();

    @Message("Answer")
    String answer();

    @Message("silence")
    String silence();

    // TextPages.java

    @Message("All")
    String all();

    @Message("Acknowledged")
    String acknowledged();

    @Message("Resolved")
    String resolved();

    @Message("Wrong codes")
    String wrongCodes();

    @Message("Not understood")
    String notUnderstood();

    @Message("Strangers")
    String strangers();

    @Message("Ignored")
    String ignored();

    @Message("not understood yet")
    String notUnderstoodYet();

    @Message("""
            {#switch result}
            {#case 'acknowledged'}acknowledged
            {#case 'resolved'}resolved
            {#case 'escalated'}escalated
            {#case 'snoozed'}snoozed
            {#case 'nothing-open'}nothing open
            {#case 'ambiguous'}more than one meant
            {#case 'too-late'}too late
            {#case 'wrong-code'}wrong code
            {#case 'unclear'}not understood
            {#case 'help'}help
            {#case 'status'}status
            {#case 'who'}who
            {#case 'unknown-number'}a stranger
            {#case 'too-many-misses'}ignored
            {#case 'stopped'}stopped
            {#case 'started'}started
            {#case 'carrier-answered'}answered by the carrier
            {#else}{result}
            {/switch}""")
    String cameTo(String result);
}
