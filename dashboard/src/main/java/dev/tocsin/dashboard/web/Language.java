package dev.tocsin.dashboard.web;

import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/**
 * The language of the pages, chosen here and nowhere else: templates, words said by Java, dates and numbers all follow
 * {@link #locale}. Only English exists.
 */
@Singleton
public class Language {
    /** Finds a message bundle in a language. */
    public interface Bundles {
        <T> T find(Class<T> bundle, Locale locale);
    }

    private record Dated(Locale locale, String pattern) {}

    private record Spoken(Class<?> bundle, Locale locale) {}

    private static final Map<Dated, DateTimeFormatter> DATES = new ConcurrentHashMap<>();
    private static final Map<Spoken, Object> GENERATED = new ConcurrentHashMap<>();
    private static volatile Bundles bundles = Language::generated;

    /** The language of whatever is being written. */
    public static Locale locale() {
        return Locale.ENGLISH;
    }

    /** A bundle in that language: {@code say(TeamWords.class).teamSaved()}. */
    public static <T> T say(Class<T> bundle) {
        return bundles.find(bundle, locale());
    }

    /** Dates in the order and with the names of that language: {@code dates(TimeWords::day)}. */
    public static DateTimeFormatter dates(Function<TimeWords, String> pattern) {
        return DATES.computeIfAbsent(
                new Dated(locale(), pattern.apply(say(TimeWords.class))),
                dated -> DateTimeFormatter.ofPattern(dated.pattern(), dated.locale()));
    }

    /** "Mon". */
    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, locale());
    }

    /** "5,000". */
    public static String number(long n) {
        return NumberFormat.getIntegerInstance(locale()).format(n);
    }

    /** "3.5", with so many decimals at most. */
    public static String number(double n, int decimals) {
        var format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(decimals);
        return format.format(n);
    }

    /** Says who gives the words; while the application runs it is Quarkus, and pure code can be run without it. */
    public static void from(Bundles found) {
        bundles = found;
    }

    static void templatesToo(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setLocale(locale()));
    }

    /** Remembered, since a page says hundreds of words and looking a bean up takes longer than a word. */
    private static <T> T generated(Class<T> bundle, Locale locale) {
        return bundle.cast(GENERATED.computeIfAbsent(
                new Spoken(bundle, locale),
                words -> MessageBundles.get(bundle, Localized.Literal.of(locale.toLanguageTag()))));
    }
}
