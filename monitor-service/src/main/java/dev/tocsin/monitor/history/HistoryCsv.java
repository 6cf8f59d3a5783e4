package dev.tocsin.monitor.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tocsin.monitor.timing.Phases;

/** History as comma-separated values (RFC 4180) for spreadsheets, which must not take text for formulas. Pure. */
final class HistoryCsv {
    static final String RESULTS = line(
            "at",
            "outcome",
            "reason",
            "latency_ms",
            "dns_ms",
            "connect_ms",
            "tls_ms",
            "first_byte_ms",
            "transfer_ms",
            "status",
            "address",
            "confirming");
    static final String STEPS = line(
            "from",
            "up_s",
            "degraded_s",
            "down_s",
            "maintenance_s",
            "unknown_s",
            "probes",
            "good",
            "slow",
            "failed",
            "unanswered",
            "p50_ms",
            "p95_ms",
            "p99_ms",
            "max_ms");

    private HistoryCsv() {}

    static String line(ResultView result) {
        var phases = result.phases().orElse(Phases.NONE);
        return line(
                result.at(),
                result.outcome(),
                result.reason(),
                millis(result.latency()),
                millis(phases.dns()),
                millis(phases.connect()),
                millis(phases.tls()),
                millis(phases.firstByte()),
                millis(phases.transfer()),
                result.status(),
                result.address(),
                result.confirming());
    }

    static String line(HistoryView.Step step) {
        var uptime = step.uptime();
        return line(
                step.at(),
                seconds(uptime.up()),
                seconds(uptime.degraded()),
                seconds(uptime.down()),
                seconds(uptime.maintenance()),
                seconds(uptime.unknown()),
                step.probes(),
                step.good(),
                step.slow(),
                step.failed(),
                step.unanswered(),
                step.p50().map(HistoryCsv::tenths),
                step.p95().map(HistoryCsv::tenths),
                step.p99().map(HistoryCsv::tenths),
                step.max().map(HistoryCsv::tenths));
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(HistoryCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(Object value) {
        var text = Objects.toString(value instanceof Optional<?> maybe ? maybe.orElse(null) : value, "");
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static String millis(Duration length) {
        return decimal(Detail.micros(length), 3);
    }

    private static String seconds(Duration length) {
        return decimal(length.toMillis(), 3);
    }

    private static String tenths(double value) {
        return decimal(Math.round(value * 10), 1);
    }

    private static String decimal(long value, int digits) {
        return BigDecimal.valueOf(value, digits).toPlainString();
    }
}
