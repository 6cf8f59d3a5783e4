package dev.tocsin.bench;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        var table =
                Table.of("Peer", List.of(Line.of("a long name", "1", "2", "3").beside("4"), Line.of("b", "5", "", "")));

        assertThat(table).isEqualTo("""
                what         measured  must  aim  Peer, same run
                a long name  1         2     3    4
                b            5""");
    }
}
