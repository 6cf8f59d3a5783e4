package dev.tocsin.postmortem.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

import dev.tocsin.postmortem.Problem;
import dev.tocsin.postmortem.facts.Ref;
import dev.tocsin.postmortem.report.Markdown;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** The pictures of reports. */
@ApplicationScoped
public class Images implements PanacheRepositoryBase<StoredImage, UUID> {
    /** Pictures of one report. */
    public static final int MOST = 20;
    /** One upload may need some 100 MB while it is made anew; the others wait. */
    private static final Semaphore MAKING = new Semaphore(1, true);

    private final Clock clock;

    Images(Clock clock) {
        this.clock = clock;
    }

    /** Keeps an upload for a report; the same picture again is the one that is there. */
    ImageView add(UUID postmortem, byte[] upload, String alt, Ref by) {
        var picture = made(upload);
        return QuarkusTransaction.requiringNew().call(() -> {
            lock(postmortem);
            var id = fingerprint(postmortem, picture.bytes());
            var known = findByIdOptional(id);
            if (known.isPresent()) return view(known.get());
            if (count("postmortemId", postmortem) >= MOST)
                throw Problem.conflict("the report has " + MOST + " pictures, which is the most; remove one first");
            var image = new StoredImage(id, postmortem, picture, alt, now(), by.id(), by.name());
            persist(image);
            Log.infof("picture kept id=%s postmortem=%s bytes=%d", id, postmortem, picture.bytes().length);
            return view(image);
        });
    }

    /** The report's pictures, oldest first. */
    List<ImageView> of(UUID postmortem) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        getEntityManager()
                                .createQuery("""
                                select i.id, i.mime, i.width, i.height, i.size, i.alt, i.createdAt,
                                    i.createdById, i.createdByName
                                from StoredImage i where i.postmortemId = :report order by i.createdAt, i.id""", Object[].class)
                                .setParameter("report", postmortem)
                                .getResultList()
                                .stream()
                                .map(Images::view)
                                .toList());
    }

    /** The picture itself, for a page or a document. */
    public Optional<Picture> find(UUID id) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> findByIdOptional(id).map(i -> new Picture(i.mime, i.width, i.height, i.bytes)));
    }

    /** Removes a picture that no text shows; refused while one does, published ones for ever. */
    void remove(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            var image = findByIdOptional(id).orElseThrow(() -> new NotFoundException("no picture " + id));
            lock(image.postmortemId);
            var shown = getEntityManager()
                    .createNativeQuery("""
                            select (select count(*) from postmortem where id = ?1 and position(?2 in cast(content as text)) > 0)
                                 + (select count(*) from publication
                                    where postmortem_id = ?1 and position(?2 in cast(snapshot as text)) > 0)""", Long.class)
                    .setParameter(1, image.postmortemId)
                    .setParameter(2, id.toString())
                    .getSingleResult();
            if (!shown.equals(0L))
                throw Problem.conflict("the picture stands in the report, or in a published version");
            delete("id", id);
            Log.infof("picture removed id=%s", id);
        });
    }

    private static Picture made(byte[] upload) {
        MAKING.acquireUninterruptibly();
        try {
            return switch (Picture.of(upload)) {
                case Picture.Outcome.Accepted(var picture) -> picture;
                case Picture.Outcome.Refused(var reason) -> throw Problem.badField("file", reason);
            };
        } finally {
            MAKING.release();
        }
    }

    private void lock(UUID postmortem) {
        var found = getEntityManager()
                .createNativeQuery("select 1 from postmortem where id = ?1 for update", Integer.class)
                .setParameter(1, postmortem)
                .getResultList();
        if (found.isEmpty()) throw new NotFoundException("no postmortem " + postmortem);
    }

    private static UUID fingerprint(UUID postmortem, byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(postmortem.toString().getBytes(StandardCharsets.US_ASCII));
            var hash = ByteBuffer.wrap(digest.digest(bytes));
            // Version 8 of RFC 9562: bits of our own choosing.
            return new UUID(
                    hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L,
                    hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImageView view(StoredImage i) {
        return view(new Object[] {
            i.id, i.mime, i.width, i.height, i.size, i.alt, i.createdAt, i.createdById, i.createdByName
        });
    }

    private static ImageView view(Object[] row) {
        var id = (UUID) row[0];
        var alt = (String) row[5];
        return new ImageView(
                id,
                (String) row[1],
                (Integer) row[2],
                (Integer) row[3],
                ((Number) row[4]).intValue(),
                alt,
                Markdown.picture(alt, id),
                (Instant) row[6],
                new Ref((UUID) row[7], (String) row[8]));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
