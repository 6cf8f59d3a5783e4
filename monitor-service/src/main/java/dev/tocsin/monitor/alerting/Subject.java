package dev.tocsin.monitor.alerting;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What an alert says about its check. */
public record Subject(
        UUID id, String name, String kind, String host, Duration worstCaseDetection, Optional<Destination> alert) {}
