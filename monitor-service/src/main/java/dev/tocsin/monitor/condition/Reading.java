package dev.tocsin.monitor.condition;

/** A name with its argument, where a condition uses it. @param source as it was typed */
record Reading(Term term, String argument, String source) {
    Value in(Facts facts) {
        return facts.value(term.name(), argument);
    }

    String said(Value value) {
        return switch (value) {
            case Value.Absent(var why) -> source + " " + why;
            case Value.Text text when text.hidden() -> source + " is not shown";
            default -> source + " is " + value.shown();
        };
    }
}
