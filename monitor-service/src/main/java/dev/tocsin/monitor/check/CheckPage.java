package dev.tocsin.monitor.check;

import java.util.List;
import java.util.Optional;

/** Some checks by name, and where the next ones begin. @param next null at the end */
public record CheckPage(List<CheckView> items, Optional<String> next) {}
