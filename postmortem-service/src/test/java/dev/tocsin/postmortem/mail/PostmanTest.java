package dev.tocsin.postmortem.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

import dev.tocsin.postmortem.Drafting;
import dev.tocsin.postmortem.Fixtures;
import dev.tocsin.postmortem.Issuer;
import dev.tocsin.postmortem.PostgresForTests;
import dev.tocsin.postmortem.TestClock;
import dev.tocsin.postmortem.Webhooks;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@QuarkusTestResource(Issuer.class)
@QuarkusTestResource(Webhooks.class)
class PostmanTest {
    private final Postman postman;
    private final MailOutbox outbox;
    private final MockMailbox mailbox;
    private final DataSource database;
    private final TestClock clock;

    PostmanTest(Postman postman, MailOutbox outbox, MockMailbox mailbox, DataSource database, TestClock clock) {
        this.postman = postman;
        this.outbox = outbox;
        this.mailbox = mailbox;
        this.database = database;
        this.clock = clock;
    }

    @BeforeEach
    void nothingIsOwed() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from mail");
        }
        mailbox.clear();
    }

    @Test
    void everyoneIsToldOnceWithTheDrawingThePlainTextAndThePdf() throws IOException {
        var title = "checkout: told to everyone " + UUID.randomUUID();
        published(title);

        postman.sweep();
        postman.sweep();

        var mails = mailbox.getMailsSentTo("everyone@example.com").stream()
                .filter(mail -> mail.getSubject().contains(title))
                .toList();
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo(title + " (postmortem of #12)");
            assertThat(mail.getHtml())
                    .contains("Nobody told the process.")
                    .contains("<strong>38 min</strong>")
                    .contains("cid:diagram@tocsin")
                    .contains("http://localhost:8080/postmortems/");
            assertThat(mail.getText())
                    .contains("ROOT CAUSE AND RESOLUTION")
                    .contains("- 03:24 misleading path Release 118 was rolled back.")
                    .doesNotContain("<p>", "&#");
        });
        var mail = mails.getFirst();
        assertThat(mail.getAttachments())
                .extracting(a -> a.getContentType())
                .containsExactlyInAnyOrder("image/png", "application/pdf");
        keepToLookAt(mail);
    }

    @Test
    void aMailThatWasNotTakenIsTriedAgainLaterAndNotForEver() {
        published("checkout: the server was away " + UUID.randomUUID());
        var first = outbox.claim().orElseThrow();
        assertThat(outbox.claim()).isEmpty(); // claimed by us
        outbox.failed(first, "421 try again later");
        assertThat(outbox.claim()).isEmpty(); // not before its time
        clock.advance(Duration.ofSeconds(31));
        assertThat(outbox.claim())
                .hasValueSatisfying(again -> assertThat(again.tries()).isEqualTo(2));
        clock.advance(MailOutbox.CLAIM); // we died with it
        var third = outbox.claim().orElseThrow();
        clock.advance(Duration.ofDays(3));
        outbox.failed(third, "550 no such list");
        clock.advance(Duration.ofDays(1));
        assertThat(outbox.claim()).isEmpty();
        clock.reset();
    }

    private static void keepToLookAt(Mail mail) throws IOException {
        Files.writeString(
                Path.of("target/mail.html"), mail.getHtml().replace("cid:diagram@tocsin", "mail-diagram.png"));
        Files.writeString(Path.of("target/mail.txt"), mail.getText());
    }

    private static void published(String title) {
        var id = Drafting.opened();
        Drafting.save(Issuer.responder(), id, 1, Fixtures.finished(title));
        Drafting.publish(Issuer.responder(), id, Drafting.approved(id, 2), "").statusCode(200);
    }
}
