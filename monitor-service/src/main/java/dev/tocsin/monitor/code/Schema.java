package dev.tocsin.monitor.code;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.monitor.probe.Kind;
import dev.tocsin.monitor.probe.Kinds;

/** The JSON schema (2020-12) of a file of checks, made of the kinds there are: editors complete and check by it. */
final class Schema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Schema() {}

    static ObjectNode of(Kinds kinds) {
        var schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Checks of a Tocsin monitor");
        schema.put("type", "object");
        schema.putArray("required").add("checks");
        var fields = schema.putObject("properties");
        fields.putObject("checks").put("type", "array").putObject("items").put("$ref", "#/$defs/check");
        say(
                fields.putObject("allow-removal").put("type", "boolean"),
                "Needed to end more than half of more than ten checks at once.");
        schema.putObject("patternProperties").putObject("^x-");
        schema.put("additionalProperties", false);
        var definitions = schema.putObject("$defs");
        definitions.set("check", check(kinds));
        say(
                definitions.putObject("duration").put("type", "string").put("pattern", Lengths.PATTERN),
                "Such as 500ms, 30s, 1m30s, 2h, or ISO-8601.");
        for (var kind : kinds.all()) definitions.set(kind.word(), target(kind));
        return schema;
    }

    private static ObjectNode check(Kinds kinds) {
        var check = JSON.objectNode().put("type", "object");
        check.putArray("required").add("key").add("kind");
        var fields = check.putObject("properties");
        say(
                text(fields, "key").put("pattern", "^" + CheckFiles.KEY.pattern() + "$"),
                "What the check is known by, for ever: the name may change, the key may not.");
        say(text(fields, "id").put("format", "uuid"), "An existing check to take over, with its history.");
        say(text(fields, "name").put("maxLength", 200), "What people read; the key when left out.");
        var words = fields.putObject("kind").putArray("enum");
        kinds.all().forEach(kind -> words.add(kind.word()));
        list(fields, "conditions", "What must hold of each answer, such as: status < 400 and latency < 500 ms.");
        length(fields, "interval", "30s when left out; from 1s to 1d.");
        length(fields, "timeout", "5s when left out; at most the interval.");
        number(fields, "failureThreshold", 1, 10, "Failures that make it down; 2 when left out.");
        number(
                fields,
                "failureWindow",
                1,
                20,
                "Among so many of the last results; as many as the failures when left out.");
        number(fields, "successThreshold", 1, 10, "Good results that make it up again; 1 when left out.");
        length(fields, "degradedAfter", "Slower than this is degraded.");
        say(fields.putObject("detectFlapping").put("type", "boolean"), "True when left out.");
        list(fields, "parents", "Keys of checks of this file that it stands behind.");
        list(fields, "parentIds", "Ids of other checks that it stands behind.");
        say(text(fields, "serviceId").put("format", "uuid"), "The service it belongs to.");
        say(text(fields, "teamId").put("format", "uuid"), "The team it belongs to.");
        say(fields.putObject("paused").put("type", "boolean"), "Left out: as people set it on the page.");
        var alert = fields.putObject("alert").put("type", "object").put("additionalProperties", false);
        say(alert, "Whom to tell; nobody when left out.");
        var inside = alert.putObject("properties");
        say(text(inside, "routingKey"), "Of the Events API v2; may be ${env:NAME} or ${file:/path}.");
        say(text(inside, "eventsUrl"), "Where to send events; our own on-call service when left out.");
        for (var kind : kinds.all()) fields.putObject(kind.word()).put("$ref", "#/$defs/" + kind.word());
        check.put("additionalProperties", false);
        return check;
    }

    private static ObjectNode target(Kind<?> kind) {
        var target = JSON.objectNode().put("type", "object");
        say(target, kind.help());
        var fields = target.putObject("properties");
        for (var setting : kind.settings()) {
            var holder = fields;
            var path = setting.name().split("\\.");
            for (var i = 0; i + 1 < path.length; i++) holder = inner(holder, path[i]);
            setting(holder.putObject(path[path.length - 1]), setting);
            if (setting.required() && path.length == 1)
                target.withArray("required").add(path[0]);
        }
        target.put("additionalProperties", false);
        return target;
    }

    private static ObjectNode inner(ObjectNode fields, String name) {
        var object = fields.withObject("/" + name);
        object.put("type", "object");
        return object.withObject("/properties");
    }

    private static void setting(ObjectNode node, Kind.Setting setting) {
        say(node, setting.help() + (setting.secret() ? " May be ${env:NAME} or ${file:/path}." : ""));
        switch (setting.type()) {
            case "text" -> node.putArray("type").add("string").add("number").add("boolean");
            case "number" -> node.put("type", "number");
            case "boolean" -> node.put("type", "boolean");
            case "duration" -> node.put("$ref", "#/$defs/duration");
            case "list" -> node.put("type", "array");
            case "map" -> node.put("type", "object");
            default -> {
                if (!setting.type().contains("|")) return;
                var words = node.putArray("enum");
                for (var word : setting.type().split("\\|")) words.add(word);
            }
        }
    }

    private static ObjectNode text(ObjectNode fields, String name) {
        return fields.putObject(name).put("type", "string");
    }

    private static void length(ObjectNode fields, String name, String help) {
        say(fields.putObject(name).put("$ref", "#/$defs/duration"), help);
    }

    private static void number(ObjectNode fields, String name, int least, int most, String help) {
        say(fields.putObject(name).put("type", "integer").put("minimum", least).put("maximum", most), help);
    }

    private static void list(ObjectNode fields, String name, String help) {
        var list = fields.putObject(name).put("type", "array");
        list.putObject("items").put("type", "string");
        say(list, help);
    }

    private static void say(ObjectNode node, String help) {
        node.put("description", help);
    }
}
