package dev.tocsin.dashboard.checks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something people often want to watch, as a form that is filled in but for the address.
 *
 * @param key in the address of the form
 * @param line what it tells, in one line
 * @param fields by their names in the form
 */
record Recipe(String key, String title, String line, String icon, String kind, Map<String, String> fields) {
    private static final String ROOT = "{mountpoint=\"/\"}";

    /** What a website or a port can be asked. */
    static final List<Recipe> SERVICES = List.of(
            new Recipe(
                    "website",
                    "A website answers",
                    "HTTP 200, from any address you name.",
                    "check",
                    "http",
                    Map.of("http.expectStatus", "200")),
            new Recipe(
                    "fast",
                    "It answers in under 500 ms",
                    "Up to the last byte; slower is a failure.",
                    "clock",
                    "http",
                    Map.of("http.maxLatency", "500")),
            new Recipe(
                    "port",
                    "A port is open",
                    "A database, a mail server, anything that listens.",
                    "link",
                    "tcp",
                    Map.of("kind", "tcp")));

    /** What a machine tells of itself. */
    static final List<Recipe> MACHINES = List.of(
            new Recipe(
                    "disk",
                    "More than 50 % of the disk is free",
                    "Of the root file system, as node_exporter tells it.",
                    "response",
                    "metrics",
                    Map.of(
                            "name", "Disk of ",
                            "metrics.url", "http://HOST:9100/metrics",
                            "metrics.expression",
                                    "node_filesystem_avail_bytes" + ROOT + " / node_filesystem_size_bytes" + ROOT,
                            "metrics.unit", "ratio",
                            "conditions", "value > 50%")),
            new Recipe(
                    "daemon",
                    "A daemon is up",
                    "A systemd unit is active, as node_exporter --collector.systemd tells it.",
                    "check",
                    "metrics",
                    Map.of(
                            "name", "Daemon ",
                            "metrics.url", "http://HOST:9100/metrics",
                            "metrics.expression", "node_systemd_unit_state{name=\"NAME.service\", state=\"active\"}",
                            "conditions", "value == 1")),
            new Recipe(
                    "memory",
                    "Enough memory is left",
                    "More than 10 % available; less than 20 % is degraded.",
                    "response",
                    "metrics",
                    Map.of(
                            "name", "Memory of ",
                            "metrics.url", "http://HOST:9100/metrics",
                            "metrics.expression", "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes",
                            "metrics.unit", "ratio",
                            "conditions", "value > 10%\ndegraded: value > 20%")),
            new Recipe(
                    "load",
                    "The load is bearable",
                    "The load of five minutes for each processor, below 1.5.",
                    "response",
                    "metrics",
                    Map.of(
                            "name", "Load of ",
                            "metrics.url", "http://HOST:9100/metrics",
                            "metrics.expression", "node_load5 / count(node_cpu_seconds_total{mode=\"idle\"})",
                            "conditions", "value < 1.5")),
            new Recipe(
                    "process",
                    "A process runs",
                    "At least one of that name, on the machine that the monitor runs on.",
                    "check",
                    "plugin",
                    Map.of(
                            "name",
                            "Process ",
                            "plugin.plugin",
                            "check_procs",
                            "plugin.arguments",
                            "-c\n1:\n-C\nNAME")));

    /** What calls us, and the rest. */
    static final List<Recipe> OTHERS = List.of(
            new Recipe(
                    "job",
                    "A job runs in time",
                    "It calls us when it is done; silence raises the alarm.",
                    "clock",
                    "heartbeat",
                    Map.of("heartbeat.period", "1h")),
            new Recipe(
                    "nightly",
                    "The nightly backup ran",
                    "At half past two, with an hour of grace.",
                    "clock",
                    "heartbeat",
                    Map.of("name", "Nightly backup", "heartbeat.cron", "30 2 * * *", "heartbeat.grace", "1h")),
            new Recipe(
                    "metric", "Any figure", "Whatever an exporter shows on its page.", "response", "metrics", Map.of()),
            new Recipe(
                    "promql",
                    "A Prometheus query",
                    "PromQL, asked of your server.",
                    "search",
                    "metrics",
                    Map.of(
                            "metrics.source",
                            "prometheus",
                            "metrics.url",
                            "http://HOST:9090",
                            "metrics.expression",
                            "up{job=\"node\"}",
                            "conditions",
                            "value == 1")),
            new Recipe(
                    "plugin",
                    "A Nagios plugin",
                    "Debian’s monitoring-plugins, or your own.",
                    "link",
                    "plugin",
                    Map.of()));

    static Optional<Recipe> of(String key) {
        return Stream.of(SERVICES, MACHINES, OTHERS)
                .flatMap(List::stream)
                .filter(recipe -> recipe.key.equals(key))
                .findFirst();
    }

    /** Where its form is. */
    public String href() {
        if (KindForm.KINDS.contains(kind)) return "/checks/new/" + kind + "?recipe=" + key;
        return "/checks/new?"
                + new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    /** Where its form is for a check of this service; empty for none. */
    public String on(String service) {
        return service.isEmpty() ? href() : href() + "&service=" + service;
    }
}
