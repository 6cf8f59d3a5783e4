package dev.tocsin.monitor.heartbeat;

import java.util.UUID;

/** Said once a call is stored: its check may stand differently now. */
public record Called(UUID check) {}
