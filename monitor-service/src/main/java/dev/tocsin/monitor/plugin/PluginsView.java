package dev.tocsin.monitor.plugin;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Whether plugins are run here, and within which bounds.
 *
 * @param on an administrator named a directory
 * @param names what can be run
 * @param parallel how many run at once, on each replica
 * @param memory address space of one in MiB; missing where this machine cannot bound it
 * @param endsSessions what a plugin leaves behind is ended with it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PluginsView(
        boolean on,
        Optional<String> directory,
        List<String> names,
        int parallel,
        Optional<Integer> memory,
        boolean endsSessions) {}
