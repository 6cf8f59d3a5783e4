package dev.tocsin.dashboard.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a button beside the rows of a form asks for: {@code do=add}, {@code do=remove:2}, {@code do=up:1}, {@code do=down:0}.
 * The form comes back with its rows changed and nothing saved, so that rows can be edited without script. Pure.
 *
 * @param row counted from 0; -1 for add
 */
public record RowCommand(String verb, int row) {
    /** The field all submit buttons of such a form share. */
    public static final String FIELD = "do";

    /** The command of a posted form, or empty when it asks for something else, such as to be saved. */
    public static Optional<RowCommand> in(Form form) {
        return in(form, "");
    }

    /** The same, for forms with rows of several kinds: {@code do=task-remove:2} has the prefix {@code task-}. */
    public static Optional<RowCommand> in(Form form, String prefix) {
        var text = form.text(FIELD);
        if (!text.startsWith(prefix)) return Optional.empty();
        var parts = text.substring(prefix.length()).split(":", 2);
        return switch (parts[0]) {
            case "add" -> Optional.of(new RowCommand("add", -1));
            case "remove", "up", "down" -> row(parts).map(row -> new RowCommand(parts[0], row));
            default -> Optional.empty();
        };
    }

    /** The rows as they are after the command; a row that is not there changes nothing. */
    public <T> List<T> applyTo(List<T> rows, T blank) {
        var after = new ArrayList<>(rows);
        switch (verb) {
            case "add" -> after.add(blank);
            case "remove" -> {
                if (row < after.size()) after.remove(row);
            }
            case "up" -> swap(after, row - 1);
            default -> swap(after, row);
        }
        return List.copyOf(after);
    }

    private static <T> void swap(List<T> rows, int upper) {
        if (upper < 0 || upper + 1 >= rows.size()) return;
        rows.add(upper, rows.remove(upper + 1));
    }

    private static Optional<Integer> row(String[] parts) {
        return parts.length == 2 && parts[1].matches("\\d{1,4}")
                ? Optional.of(Integer.valueOf(parts[1]))
                : Optional.empty();
    }
}
