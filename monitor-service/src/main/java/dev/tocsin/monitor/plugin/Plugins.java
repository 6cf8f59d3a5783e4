package dev.tocsin.monitor.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

/** The plugins of this installation: none until an administrator names their directory. */
@Singleton
class Plugins {
    static final String OFF = "is not run here: an administrator has to name a directory in TOCSIN_MONITOR_PLUGINS_DIR";

    private final PluginConfig config;
    private final Cage cage;
    private final Optional<PluginDirectory> directory;
    private final Optional<PluginRunner> runner;

    Plugins(PluginConfig config) {
        this.config = config;
        this.cage = Cage.ofThisMachine(config.memory());
        this.directory = config.dir().filter(dir -> !dir.isBlank()).map(dir -> new PluginDirectory(Path.of(dir)));
        this.runner = directory.map(home -> new PluginRunner(home, cage, config.parallel(), config.ending()));
    }

    boolean on() {
        return directory.isPresent();
    }

    /** Why this plugin cannot be run; empty when it can. */
    Optional<String> fault(String name) {
        if (directory.isEmpty()) return Optional.of(OFF);
        try {
            directory.get().find(name);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    PluginRun run(PluginTarget target, Duration timeout) {
        if (runner.isEmpty()) return new PluginRun.NotRun(OFF, Duration.ZERO);
        try {
            return runner.get().run(target.plugin(), target.revealed(), timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PluginRun.NotRun("we were stopped meanwhile", Duration.ZERO);
        }
    }

    PluginsView view() {
        return new PluginsView(
                on(),
                config.dir().filter(_ -> on()),
                names(),
                config.parallel(),
                cage.boundsMemory() ? Optional.of(config.memory()) : Optional.empty(),
                cage.endsSessions());
    }

    private List<String> names() {
        try {
            return directory.isEmpty() ? List.of() : directory.get().names();
        } catch (IOException e) {
            return List.of(); // a directory that cannot be read holds nothing to run
        }
    }
}
