package dev.tocsin.postmortem.image;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A picture of one report. Its id is a fingerprint of its bytes, so a text that names it says what it shows. */
@Entity
@Immutable
@Table(name = "image")
class StoredImage {
    @Id
    UUID id;

    UUID postmortemId;
    String mime;
    int width;
    int height;
    String alt;
    /** Of {@code bytes}, so that a list need not read them. */
    int size;

    byte[] bytes;
    Instant createdAt;
    UUID createdById;
    String createdByName;

    protected StoredImage() {}

    StoredImage(UUID id, UUID postmortem, Picture picture, String alt, Instant now, UUID byId, String byName) {
        this.id = id;
        this.postmortemId = postmortem;
        this.mime = picture.mime();
        this.width = picture.width();
        this.height = picture.height();
        this.alt = alt;
        this.bytes = picture.bytes();
        this.size = bytes.length;
        this.createdAt = now;
        this.createdById = byId;
        this.createdByName = byName;
    }
}
