package dev.tocsin.dashboard.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tocsin.dashboard.board.OverviewClient.Bad;
import dev.tocsin.dashboard.board.OverviewClient.Cell;
import dev.tocsin.dashboard.board.OverviewClient.Group;
import dev.tocsin.dashboard.board.OverviewClient.Overview;
import dev.tocsin.dashboard.chart.Mosaic;
import dev.tocsin.dashboard.web.Address;

import static dev.tocsin.dashboard.web.Language.say;

/**
 * All checks as one picture: what is wrong by name, then a block for each group. A few checks are named, some hundreds
 * are a cell each, thousands are drawn. Pure.
 *
 * @param more how many checks are not well beside those named
 * @param shares all checks by state, the gravest first
 */
public record CheckMap(long total, List<Bad> worst, long more, List<Share> shares, List<Block> blocks) {
    /** Up to so many checks stand there by name. */
    static final int NAMED = 24;
    /** Up to so many are a cell each. */
    static final int CELLS = 200;

    private static final List<String> GRAVEST_FIRST =
            List.of("down", "unreachable", "unknown", "degraded", "up", "paused");

    /** By what the blocks are. */
    public enum By {
        TEAM("team", Group::teamId, Cell::teamId),
        SERVICE("service", Group::serviceId, Cell::serviceId);

        private final String word;
        private final Function<Group, UUID> ofGroup;
        private final Function<Cell, UUID> ofCell;

        By(String word, Function<Group, UUID> ofGroup, Function<Cell, UUID> ofCell) {
            this.word = word;
            this.ofGroup = ofGroup;
            this.ofCell = ofCell;
        }

        public String word() {
            return word;
        }
    }

    /** So many in one state, and where they are listed. */
    public record Share(String state, long count, String href) {
        public boolean well() {
            return state.equals("up");
        }
    }

    /**
     * The checks of one team or service. One of three shows them: {@code chips} by name, {@code cells}, or a mosaic, which
     * is null with the others.
     */
    public record Block(
            String name,
            String href,
            long total,
            List<Share> shares,
            List<Cell> chips,
            List<Cell> cells,
            Mosaic mosaic) {
        /** All but what is up, for which the picture suffices. */
        public List<Share> troubles() {
            return shares.stream().filter(share -> !share.well()).toList();
        }

        /** How many in a state, 0 where the block has none of it. */
        public long in(String state) {
            return shares.stream()
                    .filter(share -> share.state().equals(state))
                    .mapToLong(Share::count)
                    .sum();
        }
    }

    /**
     * @param names of the teams or services; one that has none here is shown by the beginning of its id
     * @param most blocks; the checks of the others are one block together
     */
    static CheckMap of(Overview overview, By by, Map<UUID, String> names, int most) {
        var shares = shares(overview.groups(), new Address("/checks"));
        var bad = shares.stream()
                .filter(share -> !share.well() && !share.state().equals("paused"))
                .mapToLong(Share::count)
                .sum();
        var groups = new ArrayList<>(overview.groups().stream()
                .collect(Collectors.groupingBy(group -> key(by.ofGroup.apply(group))))
                .entrySet());
        groups.sort(Comparator.comparingLong((Map.Entry<String, List<Group>> one) -> -gravity(one.getValue()))
                .thenComparing(one -> name(one.getKey(), by, names), String.CASE_INSENSITIVE_ORDER));
        var blocks = new ArrayList<Block>();
        for (var one : groups.subList(0, Math.min(most, groups.size())))
            blocks.add(block(one.getKey(), one.getValue(), overview, by, names));
        if (groups.size() > most) blocks.add(rest(groups.subList(most, groups.size()), by));
        return new CheckMap(
                overview.total(), overview.worst(), bad - overview.worst().size(), shares, blocks);
    }

    private static Block block(String key, List<Group> groups, Overview overview, By by, Map<UUID, String> names) {
        var list = new Address("/checks").with(by.word, key);
        var shares = shares(groups, list);
        var cells = overview.cells().stream()
                .filter(cell -> key(by.ofCell.apply(cell)).equals(key))
                .sorted(Comparator.comparing(cell -> GRAVEST_FIRST.indexOf(cell.state())))
                .toList();
        var named = overview.total() <= NAMED;
        return new Block(
                name(key, by, names),
                list.path(),
                total(shares),
                shares,
                named ? cells : List.of(),
                named ? List.of() : cells,
                cells.isEmpty() ? mosaic(shares) : null);
    }

    private static Block rest(List<Map.Entry<String, List<Group>>> groups, By by) {
        var all = groups.stream().flatMap(one -> one.getValue().stream()).toList();
        var shares = shares(all, new Address("/checks"));
        var name = by == By.TEAM
                ? say(BoardWords.class).words(groups.size())
                : say(BoardWords.class).words2(groups.size());
        return new Block(name, "/checks", total(shares), shares, List.of(), List.of(), mosaic(shares));
    }

    private static List<Share> shares(List<Group> groups, Address list) {
        return GRAVEST_FIRST.stream()
                .map(state -> new Share(
                        state,
                        groups.stream().mapToLong(group -> group.in(state)).sum(),
                        list.with("state", state).path()))
                .filter(share -> share.count() > 0)
                .toList();
    }

    private static Mosaic mosaic(List<Share> shares) {
        return Mosaic.of(shares.stream()
                .map(share -> new Mosaic.Share(share.state(), share.count()))
                .toList());
    }

    private static long total(List<Share> shares) {
        return shares.stream().mapToLong(Share::count).sum();
    }

    /** Whoever has more checks in the gravest state comes first. */
    private static long gravity(List<Group> groups) {
        long gravity = 0;
        for (var state : GRAVEST_FIRST.subList(0, 4))
            gravity = gravity * 10_000
                    + Math.min(
                            9_999,
                            groups.stream().mapToLong(group -> group.in(state)).sum());
        return gravity;
    }

    private static String key(UUID id) {
        return Objects.toString(id, "");
    }

    private static String name(String key, By by, Map<UUID, String> names) {
        var words = say(BoardWords.class);
        if (key.isEmpty()) return by == By.TEAM ? words.noTeam() : words.noService();
        var known = names.get(UUID.fromString(key));
        return known == null
                ? by == By.TEAM ? words.team(key.substring(0, 8)) : words.service(key.substring(0, 8))
                : known;
    }
}
