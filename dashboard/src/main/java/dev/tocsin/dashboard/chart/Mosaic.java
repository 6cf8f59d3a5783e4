package dev.tocsin.dashboard.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Very many things as one block of small cells, in rows, those of one kind beside each other. A kind is drawn as one
 * shape filled with a pattern of cells, so that five thousand cells weigh what five do. Pure.
 *
 * @param width units across; a cell and the space beside it take {@link #CELL}
 * @param pixels how wide it is drawn where there is room
 */
public record Mosaic(int width, int height, int pixels, List<Run> runs) {
    /** Units from one cell to the next. */
    public static final int CELL = 10;

    private static final int NARROWEST = 12;
    private static final int WIDEST = 120;
    private static final double FLATNESS = 3;
    private static final int SMALL_CELL = 7;
    private static final int FEW = 600;

    /** How many there are of one kind. */
    public record Share(String kind, long count) {}

    /** The cells of one kind. @param d their outline */
    public record Run(String kind, long count, String d) {}

    /** In the order given; kinds without cells are left out. */
    public static Mosaic of(List<Share> shares) {
        var total = shares.stream().mapToLong(Share::count).sum();
        var columns = Math.clamp((long) Math.ceil(Math.sqrt(total * FLATNESS)), NARROWEST, WIDEST);
        var runs = new ArrayList<Run>();
        long from = 0;
        for (var share : shares) {
            if (share.count() == 0) continue;
            runs.add(new Run(share.kind(), share.count(), outline(from, from + share.count(), columns)));
            from += share.count();
        }
        var rows = (int) ((total + columns - 1) / columns);
        return new Mosaic(columns * CELL, rows * CELL, columns * (total > FEW ? SMALL_CELL : CELL), runs);
    }

    /** A first row that begins in the middle, whole rows, a last row that ends in the middle: each where there is one. */
    private static String outline(long from, long to, int columns) {
        var d = new StringBuilder();
        long at = from;
        if (at % columns != 0 || to - at < columns) {
            var end = Math.min(to, at / columns * columns + columns);
            box(d, at % columns, at / columns, end - at, 1);
            at = end;
        }
        var rows = (to - at) / columns;
        if (rows > 0) {
            box(d, 0, at / columns, columns, rows);
            at += rows * columns;
        }
        if (at < to) box(d, 0, at / columns, to - at, 1);
        return d.toString();
    }

    private static void box(StringBuilder d, long column, long row, long across, long down) {
        d.append('M').append(column * CELL).append(' ').append(row * CELL);
        d.append('h').append(across * CELL).append('v').append(down * CELL);
        d.append("h-").append(across * CELL).append('z');
    }
}
