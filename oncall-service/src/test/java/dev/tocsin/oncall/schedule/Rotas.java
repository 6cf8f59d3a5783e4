package dev.tocsin.oncall.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** People and layers for the tests of this room. */
final class Rotas {
    static final UUID ASHA = UUID.fromString("a0000000-0000-0000-0000-000000000001");
    static final UUID BEN = UUID.fromString("b0000000-0000-0000-0000-000000000002");
    static final UUID CHIDI = UUID.fromString("c0000000-0000-0000-0000-000000000003");

    private Rotas() {}

    static Layer daily(String firstHandoff, UUID... members) {
        return new Layer("days", Layer.Every.DAILY, 1, LocalDateTime.parse(firstHandoff), List.of(members));
    }

    static Layer weekly(String firstHandoff, UUID... members) {
        return new Layer("weeks", Layer.Every.WEEKLY, 1, LocalDateTime.parse(firstHandoff), List.of(members));
    }
}
