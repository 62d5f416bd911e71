// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The contract file, read as text: nothing of the code takes part. */
@SuppressWarnings("unchecked") // YAML has no types
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, Object> root;

    private Contract(Map<String, Object> root) {
        this.root = root;
    }

    static Contract load() {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("openapi/tributary-v1.yaml"));
        return new Contract(Objects.requireNonNull(yaml.getObject()));
    }

    /** Such as {@code GET /node}. */
    Set<String> operations() {
        var found = new TreeSet<String>();
        map(root.get("paths"))
                .forEach((path, item) -> map(item).keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return found;
    }

    /** Names of all operations, each of which must be unique. */
    List<String> operationIds() {
        return map(root.get("paths")).values().stream()
                .flatMap(item -> map(item).entrySet().stream())
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> String.valueOf(map(entry.getValue()).get("operationId")))
                .toList();
    }

    /** The schema of what this operation answers with this status. */
    Map<String, Object> answer(String method, String path, int status) {
        var operation = map(map(map(root.get("paths")).get(path)).get(method));
        var responses = map(operation.get("responses"));
        var response = responses.getOrDefault(String.valueOf(status), responses.get("default"));
        var content = map(resolve(map(response)).get("content"));
        return resolve(map(map(content.values().iterator().next()).get("schema")));
    }

    /** What is wrong with a value, each with its place; empty if it is as the schema says. */
    List<String> faults(Object value, Map<String, Object> schema, String place) {
        var faults = new ArrayList<String>();
        var rules = resolve(schema);
        switch (String.valueOf(rules.get("type"))) {
            case "object" -> object(value, rules, place, faults);
            case "array" -> {
                if (value instanceof List<?> list) {
                    list.forEach(item -> faults.addAll(faults(item, map(rules.get("items")), place + "[]")));
                } else {
                    faults.add(place + " is no array");
                }
            }
            case "string" -> text(value, rules, place, faults);
            case "integer" ->
                check(value instanceof Integer || value instanceof Long, place + " is no integer", faults);
            case "number" -> check(value instanceof Number, place + " is no number", faults);
            case "boolean" -> check(value instanceof Boolean, place + " is no boolean", faults);
            default -> faults.add(place + " has a schema without a known type");
        }
        return faults;
    }

    private void object(Object value, Map<String, Object> rules, String place, List<String> faults) {
        if (!(value instanceof Map<?, ?>)) {
            faults.add(place + " is no object");
            return;
        }
        var fields = map(value);
        var properties = map(rules.get("properties"));
        for (var required : (List<String>) rules.getOrDefault("required", List.of())) {
            check(fields.containsKey(required), place + "." + required + " is missing", faults);
        }
        fields.forEach((name, field) -> {
            check(properties.containsKey(name), place + "." + name + " is not in the contract", faults);
            if (properties.containsKey(name)) {
                faults.addAll(faults(field, map(properties.get(name)), place + "." + name));
            }
        });
    }

    private static void text(Object value, Map<String, Object> rules, String place, List<String> faults) {
        if (!(value instanceof String text)) {
            faults.add(place + " is no string");
            return;
        }
        if (rules.get("enum") instanceof List<?> allowed) {
            check(allowed.contains(text), place + " is none of " + allowed + ": " + text, faults);
        }
        if ("date-time".equals(rules.get("format"))) {
            check(
                    text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"),
                    place + " is no UTC time: " + text,
                    faults);
        }
    }

    private static void check(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private Map<String, Object> resolve(Map<String, Object> part) {
        if (!(part.get("$ref") instanceof String reference)) {
            return part;
        }
        Object found = root;
        for (var name : reference.substring("#/".length()).split("/", -1)) {
            found = Objects.requireNonNull(map(found).get(name), reference);
        }
        return map(found);
    }

    /** YAML reads some keys as numbers; the contract means text. */
    private static Map<String, Object> map(@Nullable Object part) {
        var named = new LinkedHashMap<String, Object>();
        ((Map<Object, Object>) Objects.requireNonNull(part))
                .forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }
}
