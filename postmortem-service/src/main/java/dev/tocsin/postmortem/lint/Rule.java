package dev.tocsin.postmortem.lint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the lint looks for, and what it suggests instead. */
public enum Rule {
    /** Somebody "forgot", "overlooked", "did not bother". */
    @JsonProperty("forgot")
    FORGOT("Say what made it easy to miss: no reminder, no check, forty other alerts at the same time."),

    /** "Should have", "could have been avoided", "if only": what is known now was not known then. */
    @JsonProperty("hindsight")
    HINDSIGHT("Say what was known at the time and why the step taken made sense then."),

    /** A person "failed to" do something or "did not" do it. */
    @JsonProperty("failed-to")
    FAILED_TO("Say what was missing that would have led to it: a signal, a step in the runbook, a guard in the tool."),

    /** "Careless", "lazy", "dropped the ball": a verdict on character or care. */
    @JsonProperty("verdict")
    VERDICT("Leave the verdict out: say what happened and what in the system allowed it."),

    /** "Human error", "by mistake", "accidentally". */
    @JsonProperty("human-error")
    HUMAN_ERROR("This is where the question begins: what made the slip possible, and why did nothing catch it?"),

    /** A person or team as the one who broke it. */
    @JsonProperty("person-blamed")
    PERSON_BLAMED("Name the role and the condition, for example: \"the tool let the responder …\"."),

    /** "Why did you", "who did". */
    @JsonProperty("why-who")
    WHY_WHO("Ask how and what: how did it come to this, what made it look right?"),

    /** The word "outage" where only a part of the users was hit. */
    @JsonProperty("outage")
    OUTAGE("Not everybody was hit: say \"slow\" or \"errors for n % of users\"."),

    /** A measure that asks people to be better. */
    @JsonProperty("people-fix")
    PEOPLE_FIX("Resolutions fade: change what the system does when somebody forgets."),

    /** A task that begins with "investigate", "improve", "make sure" … */
    @JsonProperty("weak-verb")
    WEAK_VERB("Say what will be there afterwards: add, remove, refuse, alert when, raise to."),

    /** A task that does not begin with a verb. */
    @JsonProperty("no-verb")
    NO_VERB("Begin with what somebody will do: add, remove, write, raise, refuse …"),

    /** "Fix the problem": a task whose scope nobody can see. */
    @JsonProperty("vague")
    VAGUE("Name the thing and how far it goes: which service, which case, which number."),

    /** A done-when that does not say when. */
    @JsonProperty("no-end")
    NO_END("Say what a stranger could check: a number, a test that passes, a page that shows it.");

    final String suggestion;

    Rule(String suggestion) {
        this.suggestion = suggestion;
    }
}
