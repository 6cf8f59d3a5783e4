package dev.tocsin.monitor.alerting;

import java.util.Optional;

/** Where a check's events go. @param eventsUrl empty: our own on-call service */
public record Destination(String routingKey, Optional<String> eventsUrl) {}
