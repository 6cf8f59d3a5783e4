package dev.tocsin.monitor.plugin;

import java.util.List;
import java.util.Map;

import dev.tocsin.monitor.probe.Target;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A plugin to run.
 *
 * @param plugin the name of a file in the directory of plugins
 * @param arguments one by one, as they are; {@code {name}} stands for the secret of that name
 * @param secrets by name; written, never read back
 */
@RegisterForReflection
public record PluginTarget(String plugin, List<String> arguments, Map<String, String> secrets) implements Target {
    public static final String KIND = "plugin";

    public PluginTarget {
        plugin = plugin == null ? "" : plugin.strip();
        arguments = arguments == null
                ? List.of()
                : arguments.stream().map(a -> a == null ? "" : a).toList();
        secrets = secrets == null ? Map.of() : secrets;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What follows -H, the host by the guidelines; or else the plugin. */
    @Override
    public String host() {
        var at = arguments.indexOf("-H");
        return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : plugin;
    }

    /** As they are handed over. */
    List<String> revealed() {
        return arguments.stream()
                .map(argument -> secrets.entrySet().stream()
                        .reduce(
                                argument,
                                (text, secret) -> text.replace("{" + secret.getKey() + "}", secret.getValue()),
                                (a, _) -> a))
                .toList();
    }

    /** Without what is secret, whoever wrote it. */
    String redacted(String text) {
        var shown = text;
        for (var secret : secrets.values()) if (secret.length() >= 4) shown = shown.replace(secret, "•••");
        return shown;
    }
}
