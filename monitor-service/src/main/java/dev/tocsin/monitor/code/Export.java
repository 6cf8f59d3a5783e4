package dev.tocsin.monitor.code;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.monitor.check.CheckView;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes checks as the file that would make them. Each carries its id, so that loading the file takes the check over with its
 * history; secrets stay dots, which keep what is stored as long as the target stays the same.
 */
final class Export {
    /** What a view has and a file does not take, or takes under another name. */
    private static final Set<String> LEFT_OUT = Set.of(
            "id",
            "parents",
            "version",
            "state",
            "stateSince",
            "reason",
            "cause",
            "flapping",
            "maintenance",
            "lastResult",
            "worstCaseDetection",
            "hasAlert",
            "keyHint",
            "code");

    private Export() {}

    static String yaml(List<CheckView> checks, String schema, ObjectMapper json) {
        var keys = keys(checks);
        var entries = new ArrayList<Map<String, Object>>();
        for (var check : checks) entries.add(entry(check, keys, json));
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndicatorIndent(2)
                .setIndent(4)
                .setWidth(120)
                .build();
        return """
                # yaml-language-server: $schema=%s
                # Secrets are not exported: "•••" keeps the stored one while the target stays. Elsewhere write ${env:NAME} or ${file:/path}.
                """.formatted(schema) + new Dump(settings).dumpToString(Map.of("checks", entries));
    }

    private static Map<String, Object> entry(CheckView check, Map<UUID, String> keys, ObjectMapper json) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("key", keys.get(check.id()));
        entry.put("id", check.id().toString());
        Map<String, Object> view = json.convertValue(check, new TypeReference<>() {});
        view.forEach((field, value) -> {
            if (!LEFT_OUT.contains(field)) pruned(value).ifPresent(some -> entry.put(field, some));
        });
        if (!check.paused()) entry.remove("paused");
        if (check.hasAlert()) entry.putIfAbsent("alert", Map.of());
        var inside = check.parents().stream()
                .map(CheckView.Parent::id)
                .filter(keys::containsKey)
                .map(keys::get)
                .toList();
        var outside = check.parents().stream()
                .map(CheckView.Parent::id)
                .filter(id -> !keys.containsKey(id))
                .map(UUID::toString)
                .toList();
        if (!inside.isEmpty()) entry.put("parents", inside);
        if (!outside.isEmpty()) entry.put("parentIds", outside);
        return entry;
    }

    /** Without what says nothing: nulls, and what holds nothing but nulls. */
    private static Optional<Object> pruned(Object value) {
        if (!(value instanceof Map<?, ?> map))
            return Optional.ofNullable(value).filter(some -> !(some instanceof List<?> list && list.isEmpty()));
        var some = new LinkedHashMap<String, Object>();
        map.forEach((name, inner) -> pruned(inner).ifPresent(kept -> some.put(name.toString(), kept)));
        return some.isEmpty() ? Optional.empty() : Optional.of(some);
    }

    /** The key it has, or one made of its name; no two the same. */
    private static Map<UUID, String> keys(List<CheckView> checks) {
        var keys = new HashMap<UUID, String>();
        var taken = new HashSet<String>();
        for (var check : checks)
            check.code().ifPresent(origin -> {
                keys.put(check.id(), origin.key());
                taken.add(origin.key());
            });
        for (var check : checks) {
            if (keys.containsKey(check.id())) continue;
            var wish = slug(check.name());
            var key = wish;
            for (var i = 2; !taken.add(key); i++) key = wish + "-" + i;
            keys.put(check.id(), key);
        }
        return keys;
    }

    static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var cut = plain.length() > 80 ? plain.substring(0, 80) : plain;
        return cut.isEmpty() ? "check" : cut;
    }
}
