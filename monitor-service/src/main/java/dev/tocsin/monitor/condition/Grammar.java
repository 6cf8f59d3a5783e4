package dev.tocsin.monitor.condition;

import java.util.List;

/** The language for people: what the help page and the API print, and what {@link Parser} reads. */
public final class Grammar {
    public static final String TEXT = """
            condition  = [ "degraded" ":" ] either
            either     = both { "or" both }
            both       = part { "and" part }
            part       = "not" part | "(" either ")" | value [ demand ]
            demand     = ( "==" | "!=" | "<" | "<=" | ">" | ">=" ) ( literal | value )
                       | [ "not" ] ( "contains" text | "matches" text | "in" set | "exists" )
            set        = range | "(" ( literal | range ) { "," ( literal | range ) } ")"
            range      = number ".." number
            value      = name [ "(" text ")" ]
            literal    = number | text | "true" | "false"
            number     = [ "-" ] digits [ "." digits ] [ unit ]
            unit       = "ms" | "s" | "m" | "h" | "d" | "B" | "kB" | "MB" | "GB" | "TB"
                       | "KiB" | "MiB" | "GiB" | "TiB" | "%"
            text       = '"' … '"' | "'" … "'"      (\\" \\' \\\\ \\n \\t; any other \\x stays as it is)
            """;

    /** What the grammar does not say. */
    public static final List<String> RULES = List.of(
            "One condition a line, at most %d, of at most %d characters each; all of them must hold."
                    .formatted(Conditions.MOST, Condition.LONGEST),
            "With \"degraded:\" in front, a condition that does not hold makes the check degraded instead of down.",
            "\"not\" binds before \"and\", \"and\" before \"or\".",
            "\"matches\" finds a regular expression (RE2) anywhere; ^ and $ tie it to the ends. It sees the first 256 KiB.",
            "\"contains\" looks for a piece of a text, or for an element of a list.",
            "A range includes both its ends.",
            "What is missing is equal to nothing and meets no demand but != and those with \"not\"; ask with \"exists\".",
            "A number that the answer holds counts as seconds, bytes or percent, as the unit it is compared with says.");

    private Grammar() {}
}
