package dev.tocsin.monitor.plugin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import dev.tocsin.monitor.condition.Vocabulary;
import dev.tocsin.monitor.probe.Faults;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.ProbeResult;
import dev.tocsin.monitor.probe.Question;
import dev.tocsin.monitor.probe.Redaction;
import dev.tocsin.monitor.timing.Phases;
import dev.tocsin.monitor.verdict.Cause;
import dev.tocsin.monitor.verdict.Evidence;

/**
 * A plugin of Nagios, Icinga and their kin. Only administrators set one up: its arguments decide what it reads and where
 * it connects to, past the guard that all other probes go through.
 */
@Singleton
class PluginKind implements Kind<PluginTarget> {
    private static final int SAMPLE = 2048;
    private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,30}");

    private final Plugins plugins;

    PluginKind(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public String word() {
        return PluginTarget.KIND;
    }

    @Override
    public String help() {
        return "A plugin of Nagios or Icinga, such as those of Debian's monitoring-plugins.";
    }

    @Override
    public Class<PluginTarget> type() {
        return PluginTarget.class;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required(
                        "plugin", "text", "The name of a file in the directory of plugins, as in check_procs."),
                Setting.optional(
                        "arguments", "list", "Its arguments one by one; {name} stands for the secret of that name."),
                new Setting("secrets", "map", false, true, "Passwords and the like, by name; never shown again."));
    }

    @Override
    public Vocabulary vocabulary() {
        return PluginFacts.VOCABULARY;
    }

    @Override
    public boolean forAdministrators() {
        return true;
    }

    @Override
    public void examine(PluginTarget target, Faults faults) {
        faults.demand("plugin", plugins.on(), Plugins.OFF);
        if (plugins.on()) plugins.fault(target.plugin()).ifPresent(fault -> faults.demand("plugin", false, fault));
        faults.demand("arguments", target.arguments().size() <= 50, "must be at most 50");
        faults.demand(
                "arguments",
                target.arguments().stream().allMatch(a -> a.length() <= 1000 && a.indexOf('\0') < 0),
                "must have at most 1000 characters each");
        faults.demand("secrets", target.secrets().size() <= 10, "must be at most 10");
        target.secrets().forEach((name, value) -> {
            faults.demand("secrets." + name, SECRET_NAME.matcher(name).matches(), "is no name for a secret");
            faults.demand(
                    "secrets." + name,
                    value != null && !value.isEmpty() && value.length() <= 1000 && value.indexOf('\0') < 0,
                    "must have 1 to 1000 characters");
        });
    }

    /** Secrets belong to this plugin and these arguments: with others they could be sent elsewhere. */
    @Override
    public String audience(PluginTarget target) {
        return target.plugin() + " " + target.arguments();
    }

    @Override
    public PluginTarget withSecrets(PluginTarget target, Change change) {
        var changed = new LinkedHashMap<String, String>();
        target.secrets().forEach((name, value) -> changed.put(name, change.of("secrets." + name, value)));
        return new PluginTarget(target.plugin(), target.arguments(), changed);
    }

    @Override
    public ProbeResult probe(Question<PluginTarget> question) {
        var target = question.target();
        return switch (plugins.run(target, question.timeout())) {
            case PluginRun.NotRun(var reason, var took) ->
                new ProbeResult.Unknown(Cause.PROBE, target.plugin() + " was not run: " + reason, evidence(took));
            case PluginRun.TimedOut(var output, var took) ->
                new ProbeResult.Down(
                        "%s did not end within %s s"
                                .formatted(target.plugin(), question.timeout().toMillis() / 1000.0),
                        evidence(took).judgedByTime(true).showing(sample(target, output)));
            case PluginRun.Ended ended -> judged(question, ended);
        };
    }

    private static ProbeResult judged(Question<PluginTarget> question, PluginRun.Ended ended) {
        var target = question.target();
        var read = PluginOutput.read(Redaction.clean(target.redacted(ended.output())));
        var evidence = evidence(ended.took());
        var reason = read.line().isEmpty()
                ? "%s said nothing, exit code %d".formatted(target.plugin(), ended.exitCode())
                : read.line();
        var result = question.conditions().name(PluginFacts.EXIT)
                ? new ProbeResult.Up(evidence)
                : switch (ended.exitCode()) {
                    case 0 -> new ProbeResult.Up(evidence);
                    case 1 -> new ProbeResult.Slow(reason, evidence);
                    case 2 -> new ProbeResult.Down(reason, evidence);
                    default ->
                        new ProbeResult.Unknown(
                                Cause.PROBE,
                                ended.exitCode() == 3 ? reason : "exit code %d: %s".formatted(ended.exitCode(), reason),
                                evidence);
                };
        var judged = result.judgedBy(question.conditions().judge(new PluginFacts(ended, read)));
        return judged instanceof ProbeResult.Up
                ? judged
                : judged.showing(sample(target, ended.output()).orElse(""));
    }

    private static Evidence evidence(Duration took) {
        return Evidence.of(took, Phases.NONE);
    }

    private static Optional<String> sample(PluginTarget target, String output) {
        var text = Redaction.clean(target.redacted(output)).strip();
        return Optional.of(text.length() > SAMPLE ? text.substring(0, SAMPLE) : text)
                .filter(t -> !t.isEmpty());
    }
}
