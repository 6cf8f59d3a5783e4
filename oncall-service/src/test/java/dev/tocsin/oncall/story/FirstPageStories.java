package dev.tocsin.oncall.story;

import dev.tocsin.oncall.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static dev.tocsin.oncall.story.Crowd.step;
import static dev.tocsin.oncall.story.Crowd.stepOnCall;
import static org.assertj.core.api.Assertions.assertThat;

/** The first minutes of an incident. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class FirstPageStories extends Stories {
    @Test
    void adaAnswersSoBenSleepsOn() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada), step(5, ben));

        var incident = checkout.breaks("the database is down");
        ada.isTexted("the database is down", "1a");
        assertThat(ada.replies("1a")).contains("You have it");

        after(minutes(10));
        assertThat(Watched.state(story, incident)).isEqualTo("acknowledged");
    }

    @Test
    void adaIsSilentSoBenIsWoken() {
        var ada = person("Ada");
        var ben = person("Ben");
        var checkout = team("Shop", ada, ben).service("checkout", step(5, ada), step(5, ben));

        checkout.breaks("the database is down");
        ada.isTexted("the database is down");
        after(minutes(4));
        ben.isNotTexted();
        after(minutes(1));
        ben.isTexted("the database is down");
    }

    @Test
    void atTheHandoffOnTheMorningOfTheClockChangeTheNextPersonIsPaged() {
        var ada = person("Ada");
        var ben = person("Ben");
        var shop = team("Shop", ada, ben);
        itIs("2027-03-27T12:00", "Europe/Berlin");
        var nights = shop.schedule("Europe/Berlin", "daily", "2027-03-27T02:30", ada, ben);
        var checkout = shop.service("checkout", stepOnCall(5, nights));

        itIs("2027-03-28T01:59", "Europe/Berlin");
        checkout.breaks("still the old shift");
        ada.isTexted("still the old shift");
        itIs("2027-03-28T03:00", "Europe/Berlin");
        ben.isTexted("still the old shift");
        checkout.breaks("a new shift");
        ben.isTexted("a new shift");
    }
}
