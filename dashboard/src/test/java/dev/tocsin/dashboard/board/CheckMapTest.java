package dev.tocsin.dashboard.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.tocsin.dashboard.InEnglish;
import dev.tocsin.dashboard.board.OverviewClient.Bad;
import dev.tocsin.dashboard.board.OverviewClient.Cell;
import dev.tocsin.dashboard.board.OverviewClient.Group;
import dev.tocsin.dashboard.board.OverviewClient.Overview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(InEnglish.class)
class CheckMapTest {
    private static final UUID PAYMENTS = new UUID(0, 1);
    private static final UUID SEARCH = new UUID(0, 2);
    private static final UUID CHECKOUT = new UUID(1, 1);
    private static final Map<UUID, String> NAMES = Map.of(PAYMENTS, "Payments", SEARCH, "Search");

    @Test
    void fiveChecksStandThereByNameWithTheWorstFirst() {
        var map = CheckMap.of(
                new Overview(
                        3,
                        List.of(group(PAYMENTS, 2, 1)),
                        List.of(),
                        List.of(cell("a", "up"), cell("b", "down"), cell("c", "up"))),
                CheckMap.By.TEAM,
                NAMES,
                24);
        var block = map.blocks().getFirst();
        assertThat(block.chips()).extracting(Cell::name).containsExactly("b", "a", "c");
        assertThat(block.cells()).isEmpty();
        assertThat(block.mosaic()).isNull();
    }

    @Test
    void someHundredAreACellEach() {
        var cells = new ArrayList<Cell>();
        for (var i = 0; i < 60; i++) cells.add(cell("c" + i, "up"));
        var map = CheckMap.of(
                new Overview(60, List.of(group(PAYMENTS, 60, 0)), List.of(), cells), CheckMap.By.TEAM, NAMES, 24);
        assertThat(map.blocks().getFirst().cells()).hasSize(60);
        assertThat(map.blocks().getFirst().chips()).isEmpty();
    }

    @Test
    void thousandsAreDrawnTheGravestGroupFirst() {
        var map = CheckMap.of(
                new Overview(
                        5003,
                        List.of(group(PAYMENTS, 3000, 0), group(SEARCH, 2000, 3)),
                        List.of(bad(), bad()),
                        List.of()),
                CheckMap.By.TEAM,
                NAMES,
                24);
        assertThat(map.blocks()).extracting(CheckMap.Block::name).containsExactly("Search", "Payments");
        assertThat(map.blocks().getFirst().mosaic().runs())
                .extracting(run -> run.kind() + " " + run.count())
                .containsExactly("down 3", "up 2000");
        assertThat(map.more()).isEqualTo(1);
        assertThat(map.shares())
                .extracting(CheckMap.Share::href)
                .containsExactly("/checks?state=down", "/checks?state=up");
        assertThat(map.blocks().getFirst().troubles().getFirst().href())
                .isEqualTo("/checks?team=" + SEARCH + "&state=down");
    }

    @Test
    void whatBelongsToNobodyHasItsBlockAndManyGroupsEndInOne() {
        var groups = new ArrayList<Group>();
        groups.add(new Group(null, null, 7, 0, 0, 0, 0, 1));
        for (var i = 10; i < 40; i++) groups.add(group(new UUID(0, i), 30, 0));
        var map = CheckMap.of(new Overview(908, groups, List.of(), List.of()), CheckMap.By.TEAM, NAMES, 5);
        assertThat(map.blocks()).hasSize(6);
        assertThat(map.blocks().getLast().name()).isEqualTo("26 more teams");
        assertThat(map.blocks().stream().mapToLong(CheckMap.Block::total).sum()).isEqualTo(908);
        assertThat(map.blocks()).extracting(CheckMap.Block::name).contains("No team");
    }

    @Test
    void theSameChecksCanBeSeenByService() {
        var map = CheckMap.of(
                new Overview(300, List.of(group(PAYMENTS, 100, 0), group(SEARCH, 200, 0)), List.of(), List.of()),
                CheckMap.By.SERVICE,
                Map.of(CHECKOUT, "checkout"),
                24);
        assertThat(map.blocks()).hasSize(1);
        assertThat(map.blocks().getFirst().name()).isEqualTo("checkout");
        assertThat(map.blocks().getFirst().total()).isEqualTo(300);
    }

    private static Group group(UUID team, long up, long down) {
        return new Group(team, CHECKOUT, up, 0, down, 0, 0, 0);
    }

    private static Cell cell(String name, String state) {
        return new Cell(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                state,
                PAYMENTS,
                CHECKOUT);
    }

    private static Bad bad() {
        return new Bad(UUID.randomUUID(), "x", "down", Instant.parse("2026-11-23T10:00:00Z"), "HTTP 503");
    }
}
