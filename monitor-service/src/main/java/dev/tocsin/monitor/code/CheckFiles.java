package dev.tocsin.monitor.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.monitor.Problem;
import dev.tocsin.monitor.check.CheckRequest;
import dev.tocsin.monitor.check.CodeDesk;
import dev.tocsin.monitor.check.CodeDesk.Entry;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.Kinds;
import dev.tocsin.monitor.probe.Redaction;
import dev.tocsin.monitor.probe.Target;

/**
 * Understands files of checks: each entry is the body of {@code POST /api/v1/checks} with a {@code key} beside it, so every
 * kind of check can be written here as it can be sent. Names every fault at once, each with its line.
 */
@ApplicationScoped
class CheckFiles {
    static final int MOST_CHECKS = 20_000;
    static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final List<String> LENGTHS = List.of("interval", "timeout", "degradedAfter");
    private static final Set<String> TOP = Set.of("checks", "allow-removal");

    private final ObjectMapper json;
    private final Kinds kinds;
    private final CodeDesk desk;

    CheckFiles(ObjectMapper json, Kinds kinds, CodeDesk desk) {
        this.json = json;
        this.kinds = kinds;
        this.desk = desk;
    }

    /** A file and what is in it. */
    record Text(String file, String content) {}

    /** What was understood. @param faults nothing is done while there are any */
    record Reading(List<Entry> entries, boolean allowRemoval, List<FileFault> faults, Map<String, Spot> spots) {
        /** What is wrong with an entry, in its place. */
        FileFault place(CodeDesk.EntryFault found) {
            return spots.get(found.key()).fault(found.fault());
        }
    }

    /** Where an entry stands. */
    record Spot(String file, Yaml.Document document, String pointer, JsonNode node) {
        FileFault fault(Problem.Fault fault) {
            var label = pointer.replaceFirst("^/checks/(\\d+)$", "checks[$1]");
            var field = fault.field().isEmpty() ? label : label + "." + fault.field();
            return FileFault.at(file, document.at(pointer + inside(node, fault.field())), field, fault.reason());
        }

        Place place() {
            return document.at(pointer);
        }

        /** The pointer to a field, as far as it is there: names may hold dots, so the longest that is there is meant. */
        private static String inside(JsonNode node, String field) {
            if (field.isEmpty()) return "";
            var parts = field.replace("[", ".").replace("]", "").split("\\.");
            for (var count = parts.length; count > 0; count--) {
                var name = String.join(".", List.of(parts).subList(0, count));
                var inner =
                        node.isArray() && name.matches("\\d{1,6}") ? node.get(Integer.parseInt(name)) : node.get(name);
                if (inner == null) continue;
                var rest = String.join(".", List.of(parts).subList(count, parts.length));
                return "/" + escaped(name) + inside(inner, rest);
            }
            return "";
        }
    }

    /** One go. */
    private final class Reader {
        private final References.Source secrets;
        private final boolean resolve;
        private final List<FileFault> faults = new ArrayList<>();
        private final Map<String, Spot> spots = new HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private boolean allowRemoval;

        Reader(Optional<References.Source> secrets) {
            this.secrets = secrets.orElseGet(References::unresolved);
            this.resolve = secrets.isPresent();
        }

        void read(Text text) {
            try {
                read(text.file, Yaml.parse(text.content));
            } catch (BadYaml e) {
                faults.add(FileFault.at(text.file, e.place(), "", e.getMessage()));
            }
        }

        private void read(String file, Yaml.Document document) {
            if (!(document.root() instanceof ObjectNode root)
                    || !root.path("checks").isArray()) {
                faults.add(FileFault.at(file, document.at("/checks"), "checks", "must be a list of checks"));
                return;
            }
            root.fieldNames().forEachRemaining(name -> {
                if (!TOP.contains(name) && !name.startsWith("x-"))
                    faults.add(FileFault.at(file, document.at("/" + escaped(name)), name, "is not known here"));
            });
            allowRemoval |= root.path("allow-removal").asBoolean(false);
            for (var i = 0; i < root.get("checks").size(); i++) {
                if (spots.size() >= MOST_CHECKS) {
                    faults.add(FileFault.at(
                            file, document.at("/checks/" + i), "checks", "must be at most " + MOST_CHECKS));
                    return;
                }
                check(new Spot(
                        file, document, "/checks/" + i, root.get("checks").get(i)));
            }
        }

        private void check(Spot spot) {
            if (!(spot.node instanceof ObjectNode written)) {
                say(spot, "", "must be a check with its key");
                return;
            }
            var key = written.path("key").asText("");
            if (!KEY.matcher(key).matches()) {
                say(
                        spot,
                        "key",
                        "must be 1 to 100 of a-z, 0-9, dot, dash and underscore, and is what the check is known by");
                return;
            }
            var other = spots.putIfAbsent(key, spot);
            if (other != null) {
                say(
                        spot,
                        "key",
                        "is taken: %s, line %d"
                                .formatted(other.file, other.place().line()));
                return;
            }
            var before = faults.size();
            var body = written.deepCopy();
            body.remove(List.of("key", "id", "parents"));
            if (!body.has("name")) body.put("name", key);
            if (body.has("version")) say(spot, "version", "is not for files");
            lengths(body);
            var promised = references(spot, body);
            var id = id(spot, written);
            var parents = parents(spot, written);
            request(spot, body).ifPresent(request -> {
                desk.faults(request).forEach(fault -> faults.add(spot.fault(fault)));
                if (faults.size() == before)
                    entries.add(new Entry(
                            key,
                            id,
                            request,
                            parents,
                            promised,
                            spot.file,
                            spot.place().line()));
            });
        }

        private Optional<CheckRequest> request(Spot spot, ObjectNode body) {
            try {
                return Optional.of(json.treeToValue(body, CheckRequest.class));
            } catch (JsonProcessingException e) {
                var problem = (Problem) Problem.unreadable("", e).getResponse().getEntity();
                if (problem.errors().isEmpty()) say(spot, "", "cannot be read");
                problem.errors().forEach(fault -> faults.add(spot.fault(fault)));
                return Optional.empty();
            } catch (IllegalArgumentException e) {
                say(spot, "", "cannot be read");
                return Optional.empty();
            }
        }

        private Optional<UUID> id(Spot spot, ObjectNode written) {
            if (!written.hasNonNull("id")) return Optional.empty();
            try {
                return Optional.of(UUID.fromString(written.get("id").asText()));
            } catch (IllegalArgumentException _) {
                say(spot, "id", "must be the id of a check to take over");
                return Optional.empty();
            }
        }

        private Set<String> parents(Spot spot, ObjectNode written) {
            var keys = new HashSet<String>();
            var node = written.path("parents");
            if (!node.isMissingNode() && !node.isNull() && !node.isArray())
                say(spot, "parents", "must be a list of keys");
            node.forEach(key -> keys.add(key.asText()));
            return keys;
        }

        /** Lengths as people type them, wherever the kind says that a setting is one. */
        private void lengths(ObjectNode body) {
            LENGTHS.forEach(field -> length(body, field));
            kind(body)
                    .ifPresent(kind -> kind.settings().stream()
                            .filter(setting -> setting.type().equals("duration"))
                            .forEach(setting -> length(body, kind.word() + "." + setting.name())));
        }

        private void length(ObjectNode body, String path) {
            var at = path.lastIndexOf('.');
            var holder = at < 0 ? body : body.at("/" + path.substring(0, at).replace('.', '/'));
            var name = path.substring(at + 1);
            if (holder instanceof ObjectNode object && object.path(name).isTextual())
                Lengths.iso(object.get(name).asText()).ifPresent(iso -> object.put(name, iso));
        }

        /** Puts in what secrets refer to. @return the fields whose values are not put in, but known elsewhere */
        private Set<String> references(Spot spot, ObjectNode body) {
            var promised = new HashSet<String>();
            var allowed = new HashSet<>(Set.of("alert.routingKey"));
            kind(body)
                    .ifPresent(kind -> secretFields(kind, body.path(kind.word()))
                            .forEach(field -> allowed.add(kind.word() + "." + field)));
            walk(spot, body, "", allowed, promised);
            return promised;
        }

        private void walk(Spot spot, JsonNode node, String path, Set<String> allowed, Set<String> promised) {
            List.copyOf(node.properties()).forEach(field -> {
                var inner = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                var value = field.getValue();
                if (value.isTextual() && References.isIn(value.asText())) {
                    if (!allowed.contains(inner)) say(spot, inner, "must not hold a reference: only secrets may");
                    else replace(spot, (ObjectNode) node, field.getKey(), inner, promised);
                } else walk(spot, value, inner, allowed, promised);
            });
            for (var i = 0; node.isArray() && i < node.size(); i++) {
                var inner = "%s[%d]".formatted(path, i);
                if (References.isIn(node.get(i).asText()) && node.get(i).isTextual())
                    say(spot, inner, "must not hold a reference: only secrets may");
                walk(spot, node.get(i), inner, allowed, promised);
            }
        }

        private void replace(Spot spot, ObjectNode holder, String name, String path, Set<String> promised) {
            try {
                var value = References.resolved(holder.get(name).asText(), secrets);
                if (resolve) {
                    holder.put(name, value);
                    return;
                }
                promised.add(path);
                if (path.equals("alert.routingKey")) holder.remove(name);
                else holder.put(name, Redaction.HIDDEN);
            } catch (References.Missing e) {
                say(spot, path, "refers to nothing: " + e.getMessage());
            }
        }

        private Optional<Kind<?>> kind(ObjectNode body) {
            return kinds.named(body.path("kind").asText(""));
        }

        private void say(Spot spot, String field, String reason) {
            faults.add(spot.fault(new Problem.Fault(field, reason)));
        }

        private Reading reading() {
            for (var entry : entries)
                for (var parent : entry.parents())
                    if (!spots.containsKey(parent))
                        say(spots.get(entry.key()), "parents", "names no check of the file: \"%s\"".formatted(parent));
            faults.sort(Comparator.comparing(FileFault::file)
                    .thenComparing(FileFault::line)
                    .thenComparing(FileFault::column));
            return new Reading(List.copyOf(entries), allowRemoval, List.copyOf(faults), spots);
        }
    }

    /** @param secrets what references stand for; empty when that is nobody's business here */
    Reading read(List<Text> texts, Optional<References.Source> secrets) {
        var reader = new Reader(secrets);
        texts.forEach(reader::read);
        return reader.reading();
    }

    /** The paths of the secrets of a target, as far as it can be read at all. */
    private <T extends Target> Set<String> secretFields(Kind<T> kind, JsonNode node) {
        var fields = new HashSet<String>();
        try {
            var target = json.treeToValue(node, kind.type());
            if (target != null)
                kind.withSecrets(target, (field, value) -> {
                    fields.add(field);
                    return value;
                });
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Set.of(); // what is wrong with it is said where it is read in earnest
        }
        return fields;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
