package dev.tocsin.oncall.schedule;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** People and layers for the tests of this room. */
final class Rotas {
    static final UUID ASHA = UUID.fromString("a0000000-0000-0000-0000-000000000001");
    static final UUID BEN = UUID.fromString("b0000000-0000-0000-0000-000000000002");
    static final UUID CHIDI = UUID.fromString("c0000000-0000-0000-0000-000000000003");

    private Rotas() {}

    static Layer daily(String firstHandoff, UUID... members) {
        return layer("days", Layer.Every.DAILY, 1, firstHandoff, members);
    }

    static Layer weekly(String firstHandoff, UUID... members) {
        return layer("weeks", Layer.Every.WEEKLY, 1, firstHandoff, members);
    }

    static Layer hourly(int length, String firstHandoff, UUID... members) {
        return layer("hours", Layer.Every.HOURLY, length, firstHandoff, members);
    }

    static Layer monthly(String firstHandoff, UUID... members) {
        return layer("months", Layer.Every.MONTHLY, 1, firstHandoff, members);
    }

    static Layer layer(String name, Layer.Every every, int length, String firstHandoff, UUID... members) {
        return new Layer(
                name, every, length, LocalDateTime.parse(firstHandoff), List.of(members), null, null, List.of());
    }

    static Layer between(Layer layer, String start, String end) {
        return new Layer(
                layer.name(),
                layer.every(),
                layer.length(),
                layer.firstHandoff(),
                layer.members(),
                start == null ? null : LocalDateTime.parse(start),
                end == null ? null : LocalDateTime.parse(end),
                layer.restrictions());
    }

    static Layer only(Layer layer, Restriction... windows) {
        return new Layer(
                layer.name(),
                layer.every(),
                layer.length(),
                layer.firstHandoff(),
                layer.members(),
                layer.start(),
                layer.end(),
                List.of(windows));
    }

    static Restriction window(String from, String to, DayOfWeek... days) {
        return new Restriction(Set.of(days), LocalTime.parse(from), LocalTime.parse(to));
    }

    static Restriction everyDay(String from, String to) {
        return window(from, to, DayOfWeek.values());
    }
}
