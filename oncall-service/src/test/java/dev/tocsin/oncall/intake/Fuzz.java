package dev.tocsin.oncall.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Bodies that nobody should send and somebody will. */
final class Fuzz {
    private static final List<String> FIELDS = List.of(
            "routing_key",
            "event_action",
            "dedup_key",
            "payload",
            "summary",
            "source",
            "severity",
            "timestamp",
            "custom_details",
            "links",
            "href",
            "alerts",
            "labels",
            "annotations",
            "startsAt",
            "endsAt",
            "status",
            "fingerprint",
            "groupKey",
            "truncatedAlerts",
            "ruleId",
            "state",
            "host",
            "type",
            "service",
            "action",
            "dedup",
            "details",
            "meta",
            "at");
    private static final List<String> SCALARS = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "1e-999",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"trigger\"",
            "\"resolve\"",
            "\"firing\"",
            "\"resolved\"",
            "\"PROBLEM\"",
            "\"2026-11-23T07:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"0001-01-01T00:00:00Z\"",
            "\"9999999999\"",
            "\"javascript:alert(1)\"",
            "\"https://a b\"",
            "\"🔥\"",
            "\"'; drop table incident; --\"",
            "\"\\u202e\"",
            "\"k\"");

    private Fuzz() {}

    static byte[] body(Random random, String routingKey) {
        return switch (random.nextInt(10)) {
            case 0 -> noise(random);
            case 1 -> cut(random, object(random, 0, routingKey));
            case 2 -> form(random);
            default -> object(random, 0, routingKey).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String object(Random random, int depth, String routingKey) {
        var text = new StringBuilder("{");
        if (depth == 0) text.append("\"routing_key\":\"").append(routingKey).append("\",");
        if (depth == 0 && random.nextBoolean()) text.append("\"event_action\":\"trigger\",");
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append('"').append(pick(random, FIELDS)).append("\":").append(value(random, depth + 1));
            if (i > 0) text.append(',');
        }
        return text.append('}').toString();
    }

    private static String value(Random random, int depth) {
        int kind = random.nextInt(depth > 4 ? 4 : 8);
        return switch (kind) {
            case 4, 5 -> object(random, depth, "");
            case 6 -> "[" + value(random, depth + 1) + "," + object(random, depth + 1, "") + "]";
            case 7 -> "\"" + "x".repeat(random.nextInt(5000)) + "\"";
            default -> pick(random, SCALARS);
        };
    }

    private static byte[] form(Random random) {
        var text = new StringBuilder("host=db1");
        for (int i = 0; i < 5; i++) {
            text.append('&').append(pick(random, FIELDS)).append('=').append(pick(random, SCALARS));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] cut(Random random, String text) {
        return text.substring(0, random.nextInt(text.length())).getBytes(StandardCharsets.UTF_8);
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
