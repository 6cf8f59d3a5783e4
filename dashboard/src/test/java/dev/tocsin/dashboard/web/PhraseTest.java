package dev.tocsin.dashboard.web;

import dev.tocsin.dashboard.web.Phrase.Place;
import dev.tocsin.dashboard.web.Phrase.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PhraseTest {
    @Test
    void aPieceStandsWhereItsNumberStands() {
        assertThat(Phrase.of("[2], late from [1] on").parts())
                .containsExactly(new Place(2, ""), new Words(", late from "), new Place(1, ""), new Words(" on"));
    }

    @Test
    void wordsBehindABarStandInsideThePiece() {
        assertThat(Phrase.of("See [1|the file] first").parts())
                .containsExactly(new Words("See "), new Place(1, "the file"), new Words(" first"));
    }

    @Test
    void aSentenceWithoutPlacesIsWords() {
        assertThat(Phrase.of("Nothing [here] yet").parts()).containsExactly(new Words("Nothing [here] yet"));
        assertThat(Phrase.of("").parts()).isEmpty();
    }
}
