package dev.tocsin.monitor.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Checks as code. */
@ConfigMapping(prefix = "monitor.code")
public interface CodeConfig {
    /** A YAML file, or a directory whose {@code *.yaml} and {@code *.yml} are read by name; without it there is no code. */
    Optional<Path> source();

    /** How often it is read. */
    @WithDefault("3s")
    Duration every();

    /** Where {@code ${file:…}} may lead. */
    @WithDefault("/run/secrets,/etc/tocsin/secrets")
    List<Path> secrets();
}
