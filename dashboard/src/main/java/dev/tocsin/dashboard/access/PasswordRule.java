package dev.tocsin.dashboard.access;

import dev.tocsin.dashboard.web.Form;

import static dev.tocsin.dashboard.web.Language.say;

/** What a page can say of a new password before it is sent. Pure. */
final class PasswordRule {
    static final String FIELD = "password";
    private static final int SHORTEST = 12;

    private PasswordRule() {}

    /** {@code kept} with what is wrong with the password in {@code posted}; a refused form never keeps a password. */
    static Form judged(Form kept, Form posted) {
        return judged(kept, posted, FIELD);
    }

    static Form judged(Form kept, Form posted, String field) {
        var next = posted.text(field);
        if (next.codePointCount(0, next.length()) < SHORTEST)
            return kept.refuse(field, say(AccessWords.class).atLeastCharacters(SHORTEST));
        if (!next.equals(posted.text("again")))
            return kept.refuse("again", say(AccessWords.class).theTwoDoNotMatch());
        return kept;
    }
}
