package dev.tocsin.dashboard.web;

import io.quarkus.qute.TemplateExtension;

/** What English messages need to be said right: {@code {teams.counted('team')}}. Another language has its own. */
@TemplateExtension
public class English {
    private English() {}

    /** @see #counted(int, String) */
    public static String counted(long n, String noun) {
        return switch (Long.signum(n - 1)) {
            case 0 -> "1 " + noun;
            default -> (n == 0 ? "no" : Language.number(n)) + " " + noun + "s";
        };
    }

    /** "1 incident", "3,000 incidents", "no incidents". */
    public static String counted(int n, String noun) {
        return counted((long) n, noun);
    }
}
