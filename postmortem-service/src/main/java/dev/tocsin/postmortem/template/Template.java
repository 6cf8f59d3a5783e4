package dev.tocsin.postmortem.template;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import dev.tocsin.postmortem.report.Shape;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A shape that reports can be given; at most one is given to new reports by itself. */
@Entity
class Template {
    @Id
    UUID id;

    String name;
    boolean forNew;
    int version;
    Instant updatedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    Shape shape;

    protected Template() {}

    Template(UUID id) {
        this.id = id;
        this.version = 0;
    }

    void change(Shape to, boolean forNewReports, Instant now) {
        shape = to;
        name = to.name();
        forNew = forNewReports;
        version++;
        updatedAt = now;
    }
}
