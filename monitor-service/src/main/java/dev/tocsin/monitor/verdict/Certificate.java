package dev.tocsin.monitor.verdict;

import java.time.Instant;

/** Who a server said it is. @param serial in hexadecimal; it tells a renewed certificate from the old one */
public record Certificate(String subject, String issuer, Instant notAfter, String serial) {}
