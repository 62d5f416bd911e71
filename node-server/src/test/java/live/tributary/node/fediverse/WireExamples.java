// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of {@code docs/federation.md}, by the kind of what they show. */
public final class WireExamples {

    private static final Path PAGE = Path.of("../docs/federation.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);

    private WireExamples() {}

    public static Map<String, JsonNode> ofTheDocs() {
        try {
            return EXAMPLE.matcher(Files.readString(PAGE))
                    .results()
                    .map(example -> JsonMapper.shared().readTree(example.group(1)))
                    .collect(Collectors.toMap(WireExamples::kind, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its type, and that of what it holds: {@code Accept{Follow}}. */
    public static String kind(JsonNode document) {
        var held = document.path("object");
        return held.isObject() ? "%s{%s}".formatted(type(document), type(held)) : type(document);
    }

    /** An Offer of a hand-off has its kind beside it: heartbeats are Offers, too. */
    public static String type(JsonNode document) {
        return document.path("type").asString("") + document.path("handoffKind").asString("");
    }

    /** Of what is around the object that it holds, the words of its context left aside. */
    public static Set<String> membersAround(JsonNode document) {
        return members(document).stream()
                .filter(member -> !member.startsWith("/object/") && !member.contains("/@context/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of all members, also of those inside others, as paths without positions. */
    public static Set<String> members(JsonNode document) {
        var members = new TreeSet<String>();
        collect("", document, members);
        return members;
    }

    private static void collect(String path, JsonNode node, Set<String> members) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                members.add(path + "/" + member.getKey());
                collect(path + "/" + member.getKey(), member.getValue(), members);
            });
        }
        node.valueStream().filter(_ -> node.isArray()).forEach(element -> collect(path, element, members));
    }
}
