package dev.tocsin.dashboard.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Time zones as forms offer them, and local times as forms send them. Pure. */
public final class Zones {
    private static final Pattern PLACES =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
    private static final List<String> ALL = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(id -> PLACES.matcher(id).matches())
                            .sorted())
            .toList();

    private Zones() {}

    /** The names to choose from: UTC and every Region/City. */
    public static List<String> all() {
        return ALL;
    }

    public static Optional<ZoneId> parse(String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(name.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The instant of an input of type datetime-local read in {@code zone}; empty when it is no local time. */
    public static Optional<Instant> instant(String typed, ZoneId zone) {
        return local(typed).map(at -> at.atZone(zone).toInstant());
    }

    /** The value of an input of type datetime-local; a space is as good as the T. */
    public static Optional<LocalDateTime> local(String typed) {
        try {
            return typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T')));
        } catch (DateTimeParseException typedOtherwise) {
            return Optional.empty();
        }
    }
}
