package dev.tocsin.oncall.notice;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** One request that was made to deliver a notice, and what came of it. */
@Entity
@IdClass(NoticeTry.Key.class)
class NoticeTry {
    record Key(UUID noticeId, int n) implements Serializable {}

    private static final int KEPT = 2000;

    @Id
    UUID noticeId;

    @Id
    int n;

    Instant at;
    Integer status;
    long latencyMs;
    String answer;
    String error;

    static NoticeTry of(UUID notice, int n, Instant at, Post post) {
        var made = new NoticeTry();
        made.noticeId = notice;
        made.n = n;
        made.at = at;
        made.latencyMs = post.took().toMillis();
        switch (post) {
            case Post.Answered answered -> {
                made.status = answered.status();
                made.answer = kept(answered.body());
            }
            case Post.Broken broken -> made.error = kept(broken.why());
        }
        return made;
    }

    private static String kept(String text) {
        var clean = Optional.ofNullable(text).orElse("").replace("\u0000", "");
        return clean.length() <= KEPT ? clean : clean.substring(0, KEPT);
    }
}
