package dev.tocsin.oncall.catalog;

import java.time.Duration;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** A service as its team describes it; {@code version} is the one that was read, needed to change it. Without {@code urgency}: by severity. */
record ServiceRequest(
        @NotBlank @Size(max = 100) String name,
        @Size(max = 1000) String description,
        @NotNull UUID teamId,
        @NotNull UUID policyId,

        @Size(max = 2000) @Pattern(regexp = "https?://\\S+", message = "must start with http:// or https://")
        String runbookUrl,

        @DurationMin(minutes = 1) @DurationMax(days = 7) Duration ackTimeout,
        @DurationMin(minutes = 1) @DurationMax(days = 30) Duration autoResolve,
        UrgencyRule urgency,
        Integer version) {}
