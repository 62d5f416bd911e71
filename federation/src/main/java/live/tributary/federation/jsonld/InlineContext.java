// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityStreams;

/** A context that stands in the document itself. */
final class InlineContext {

    private static final Set<String> HARMLESS_PARTS = Set.of("@id", "@type", "@container");
    private static final Set<String> HARMLESS_CONTAINERS = Set.of("@set", "@list");

    /** PeerTube calls the pictures of an actor "icons" too; nothing hangs on a picture. */
    private static final Set<String> HARMLESS_ALIASES = Set.of("icon", "image");

    private static final Map<String, String> PREFIXES = Map.of(
            "as", ActivityStreams.NAMESPACE + "#",
            "ldp", "http://www.w3.org/ns/ldp#",
            "sec", "https://w3id.org/security#");

    private final ObjectNode context;

    InlineContext(ObjectNode context) {
        this.context = context;
    }

    boolean isSafe() {
        return context.properties().stream().allMatch(entry -> isSafe(entry.getKey(), entry.getValue()));
    }

    private boolean isSafe(String name, JsonNode definition) {
        if (name.equals("@version")) {
            return definition.isNumber() && definition.doubleValue() == 1.1;
        }
        if (name.startsWith("@")) {
            // A language for all texts. The other keywords (@vocab, @base, @protected, @propagate) change what all
            // words
            // mean, or how far a context reaches (JSON-LD 1.1, 4.1 and 9.15).
            return name.equals("@language");
        }
        return isSafeTerm(name, definition);
    }

    private boolean isSafeTerm(String term, JsonNode definition) {
        var iri = iri(term, definition);
        var core = CoreTerms.meaning(term);
        if (core.isPresent()) {
            return core.get().equals(iri) && isSafeForm(term, definition);
        }
        // A second name for a word that we read, or for a keyword, would be read by others and not by us. Only its last
        // part is looked at: a prefix may be defined where this does not see it, but not split a word, unless @prefix
        // says so.
        var isSecondName =
                CoreTerms.isWord(CoreTerms.lastPart(iri)) && !HARMLESS_ALIASES.contains(CoreTerms.lastPart(iri));
        return !iri.startsWith("@") && !isSecondName && !definition.has("@prefix") && isSafeScope(definition);
    }

    /** A scoped context may do what any context may. */
    private static boolean isSafeScope(JsonNode definition) {
        return !definition.has("@context")
                || (definition.path("@context") instanceof ObjectNode scoped && new InlineContext(scoped).isSafe());
    }

    private static boolean isSafeForm(String term, JsonNode definition) {
        if (!definition.isObject()) {
            return true;
        }
        var container = definition.path("@container").stringValue("@set");
        return definition.propertyNames().stream().allMatch(HARMLESS_PARTS::contains)
                && (HARMLESS_CONTAINERS.contains(container) || (term.endsWith("Map") && container.equals("@language")));
    }

    /** What {@code definition} says that {@code term} means; empty for nothing. */
    private String iri(String term, JsonNode definition) {
        if (definition.isString()) {
            return expand(definition.stringValue());
        }
        // Without an @id a term means what its own prefix says, or what another context does.
        var id = definition.path("@id");
        return id.isString() ? expand(id.stringValue()) : definition.isObject() ? "" : expand(term);
    }

    private String expand(String name) {
        var colon = name.indexOf(':');
        if (colon < 0 || name.startsWith("//", colon + 1)) {
            return name;
        }
        var prefix = name.substring(0, colon);
        var own = context.path(prefix);
        var namespace = own.isString() ? own.stringValue() : PREFIXES.getOrDefault(prefix, "");
        return namespace.isEmpty() ? name : namespace + name.substring(colon + 1);
    }
}
