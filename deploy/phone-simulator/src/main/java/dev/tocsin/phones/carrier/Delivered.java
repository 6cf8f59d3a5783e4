package dev.tocsin.phones.carrier;

import dev.tocsin.phones.phone.Text;

/** A text has reached its phone: the phone rings. */
public record Delivered(Text text) {}
