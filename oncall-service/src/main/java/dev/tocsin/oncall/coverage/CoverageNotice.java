package dev.tocsin.oncall.coverage;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** That the owners have been told of a finding. */
@Entity
class CoverageNotice {
    @Id
    String subject;

    Instant begins;
    Instant toldAt;
}
