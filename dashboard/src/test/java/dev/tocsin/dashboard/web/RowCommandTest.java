package dev.tocsin.dashboard.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RowCommandTest {
    @ParameterizedTest
    @CsvSource({
        "add, abcx",
        "remove:1, ac",
        "up:1, bac",
        "up:0, abc",
        "down:0, bac",
        "down:2, abc",
        "remove:9, abc",
        "up:9, abc"
    })
    void aButtonBesideARowChangesTheRows(String command, String rows) {
        var after = command(command).orElseThrow().applyTo(List.of("a", "b", "c"), "x");
        assertThat(String.join("", after)).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "save", "remove", "remove:x", "remove:-1", "up:99999", "drop:1"})
    void anythingElseIsNoRowCommand(String command) {
        assertThat(command(command)).isEmpty();
    }

    private static Optional<RowCommand> command(String text) {
        return RowCommand.in(Form.posted(Map.of("do", List.of(text))));
    }
}
