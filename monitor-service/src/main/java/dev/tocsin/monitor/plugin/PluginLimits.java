package dev.tocsin.monitor.plugin;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.tocsin.monitor.limits.Bounds;

/** What bounds a plugin. */
@ApplicationScoped
class PluginLimits implements Bounds {
    private final PluginConfig config;

    PluginLimits(PluginConfig config) {
        this.config = config;
    }

    @Override
    public String about() {
        return "Plugins";
    }

    @Override
    public List<Limit> inForce() {
        return List.of(
                Limit.of("Plugins at once, each replica", config.parallel()),
                new Limit("Memory of one plugin", "%,d MiB".formatted(config.memory())));
    }
}
