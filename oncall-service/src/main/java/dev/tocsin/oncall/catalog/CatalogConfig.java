package dev.tocsin.oncall.catalog;

import io.smallrye.config.ConfigMapping;

/** What is told to those who set up a tool. */
@ConfigMapping(prefix = "tocsin.catalog")
interface CatalogConfig {
    /** Base URL of this service as tools reach it. */
    String publicUrl();
}
