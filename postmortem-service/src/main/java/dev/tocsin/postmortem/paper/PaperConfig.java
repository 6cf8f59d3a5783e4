package dev.tocsin.postmortem.paper;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Where readers find the pages, and what else the PDF can spell. */
@ConfigMapping(prefix = "tocsin.paper")
public interface PaperConfig {
    /** The dashboard as people reach it; links on paper and in mail lead there. */
    @WithName("public-url")
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** A folder of TrueType files for scripts that the built-in font does not know. */
    Optional<Path> fonts();
}
