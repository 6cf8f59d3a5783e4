package dev.tocsin.oncall.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people's contact methods need of the room that sends: one message now, while somebody waits for it. */
public interface Messenger {
    /** What the message is for. */
    enum Purpose {
        CODE,
        TEST
    }

    /**
     * Sends outside of any transaction and waits for whoever carries it, up to 15 s. Of a code nothing is kept.
     *
     * @return why it did not go out; empty when it is on its way
     */
    Optional<String> sendNow(
            Directory.PersonRef to, Directory.Method method, Purpose purpose, String subject, String text);

    /**
     * Sends a letter to an address that is not a contact method. Of it nothing is kept.
     *
     * @return why it did not go out; empty when it is on its way
     */
    Optional<String> mail(String to, String subject, String text);

    /**
     * What became of a test page.
     *
     * @param state due, sending, accepted, delivered or failed
     * @param status the carrier's last word
     * @param arrivedAt when its owner said that it arrived
     */
    record Tested(
            UUID id,
            UUID methodId,
            String state,
            Instant at,
            Optional<Instant> sentAt,
            Optional<Instant> deliveredAt,
            Optional<Instant> arrivedAt,
            Optional<String> status,
            Optional<String> error) {}

    /** Somebody's newest test pages, newest first. */
    List<Tested> tests(UUID personId, int most);

    /**
     * Its owner has it in their hand.
     *
     * @return false when there is no such test page of this person
     */
    boolean arrived(UUID personId, UUID testId);

    /** Why this way cannot be used at all at present, such as no mail server; empty when it can. */
    Optional<String> closed(Directory.Kind kind);
}
