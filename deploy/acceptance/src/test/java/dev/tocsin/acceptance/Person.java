package dev.tocsin.acceptance;

/** Somebody on the team; {@code phone} is E.164. */
record Person(String name, String email, String phone) {}
