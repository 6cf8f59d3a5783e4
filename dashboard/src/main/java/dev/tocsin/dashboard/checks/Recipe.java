package dev.tocsin.dashboard.checks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static dev.tocsin.dashboard.web.Language.say;

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
    static List<Recipe> services() {
        var words = say(RecipeWords.class);
        return List.of(
                new Recipe(
                        "website",
                        words.aWebsiteAnswers(),
                        words.http200FromAnyAddressYou(),
                        "check",
                        "http",
                        Map.of("http.expectStatus", "200")),
                new Recipe(
                        "fast",
                        words.itAnswersInUnder500Ms(),
                        words.upToTheLastByteSlower(),
                        "clock",
                        "http",
                        Map.of("http.maxLatency", "500")),
                new Recipe(
                        "port",
                        words.aPortIsOpen(),
                        words.aDatabaseAMailServerAnything(),
                        "link",
                        "tcp",
                        Map.of("kind", "tcp")));
    }

    /** What a machine tells of itself. */
    static List<Recipe> machines() {
        var words = say(RecipeWords.class);
        return List.of(
                new Recipe(
                        "disk",
                        words.moreThan50OfTheDisk(),
                        words.ofTheRootFileSystemAs(),
                        "response",
                        "metrics",
                        Map.of(
                                "name", words.diskOf(),
                                "metrics.url", "http://HOST:9100/metrics",
                                "metrics.expression",
                                        "node_filesystem_avail_bytes" + ROOT + " / node_filesystem_size_bytes" + ROOT,
                                "metrics.unit", "ratio",
                                "conditions", "value > 50%")),
                new Recipe(
                        "daemon",
                        words.aDaemonIsUp(),
                        words.aSystemdUnitIsActiveAs(),
                        "check",
                        "metrics",
                        Map.of(
                                "name", words.daemon(),
                                "metrics.url", "http://HOST:9100/metrics",
                                "metrics.expression",
                                        "node_systemd_unit_state{name=\"NAME.service\", state=\"active\"}",
                                "conditions", "value == 1")),
                new Recipe(
                        "memory",
                        words.enoughMemoryIsLeft(),
                        words.moreThan10AvailableLessThan(),
                        "response",
                        "metrics",
                        Map.of(
                                "name", words.memoryOf(),
                                "metrics.url", "http://HOST:9100/metrics",
                                "metrics.expression", "node_memory_MemAvailable_bytes / node_memory_MemTotal_bytes",
                                "metrics.unit", "ratio",
                                "conditions", "value > 10%\ndegraded: value > 20%")),
                new Recipe(
                        "load",
                        words.theLoadIsBearable(),
                        words.theLoadOfFiveMinutesFor(),
                        "response",
                        "metrics",
                        Map.of(
                                "name", words.loadOf(),
                                "metrics.url", "http://HOST:9100/metrics",
                                "metrics.expression", "node_load5 / count(node_cpu_seconds_total{mode=\"idle\"})",
                                "conditions", "value < 1.5")),
                new Recipe(
                        "process",
                        words.aProcessRuns(),
                        words.atLeastOneOfThatName(),
                        "check",
                        "plugin",
                        Map.of(
                                "name",
                                words.process(),
                                "plugin.plugin",
                                "check_procs",
                                "plugin.arguments",
                                "-c\n1:\n-C\nNAME")));
    }

    /** What calls us, and the rest. */
    static List<Recipe> others() {
        var words = say(RecipeWords.class);
        return List.of(
                new Recipe(
                        "job",
                        words.aJobRunsInTime(),
                        words.itCallsUsWhenItIs(),
                        "clock",
                        "heartbeat",
                        Map.of("heartbeat.period", "1h")),
                new Recipe(
                        "nightly",
                        words.theNightlyBackupRan(),
                        words.atHalfPastTwoWithAn(),
                        "clock",
                        "heartbeat",
                        Map.of("name", words.nightlyBackup(), "heartbeat.cron", "30 2 * * *", "heartbeat.grace", "1h")),
                new Recipe(
                        "metric",
                        words.anyFigure(),
                        words.whateverAnExporterShowsOnIts(),
                        "response",
                        "metrics",
                        Map.of()),
                new Recipe(
                        "promql",
                        words.aPrometheusQuery(),
                        words.promqlAskedOfYourServer(),
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
                        words.aNagiosPlugin(),
                        words.debiansMonitoringPluginsOrYourOwn(),
                        "link",
                        "plugin",
                        Map.of()));
    }

    static Optional<Recipe> of(String key) {
        return Stream.of(services(), machines(), others())
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
