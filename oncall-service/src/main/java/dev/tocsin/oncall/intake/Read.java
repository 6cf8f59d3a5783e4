package dev.tocsin.oncall.intake;

import java.util.List;

/** What a foreign body said, or why it says nothing; the reasons are what the operator of the tool reads in its log. */
sealed interface Read {
    record Good(Delivery delivery) implements Read {}

    record Bad(List<String> errors) implements Read {}

    static Read bad(String error) {
        return new Bad(List.of(error));
    }
}
