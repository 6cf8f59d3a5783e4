package dev.tocsin.monitor.alerting;

import java.util.UUID;

/** The right to judge the checks of a slot. Whoever lost the slot, perhaps without knowing, writes nothing. */
public record Fence(int slot, UUID owner, long number) {}
