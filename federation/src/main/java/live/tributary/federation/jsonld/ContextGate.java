// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityStreams;

/**
 * Decides whether a document may be read as plain JSON. Contexts that stand elsewhere are never fetched; they count as
 * empty, since whole families of software name a context of their own host.
 *
 * <p>Used by any number of threads.
 */
final class ContextGate {

    private static final String HTTPS = ActivityStreams.NAMESPACE;
    private static final String HTTP = HTTPS.replace("https:", "http:");
    private static final Set<String> ACTIVITY_STREAMS = Set.of(HTTPS, HTTPS + "#", HTTP, HTTP + "#");

    private final VerdictCache cache;

    ContextGate(VerdictCache cache) {
        this.cache = cache;
    }

    /** The verdict on the document's context and on those of everything inside it. */
    Verdict judge(ObjectNode document) {
        var context = document.path("@context");
        var isSafe = namesActivityStreams(context) && isSafe(context) && isSafeInside(document);
        return isSafe ? Verdict.SAFE : Verdict.NEEDS_EXPANSION;
    }

    private static boolean namesActivityStreams(JsonNode context) {
        return context.isArray()
                ? context.valueStream().anyMatch(ContextGate::isActivityStreams)
                : isActivityStreams(context);
    }

    private static boolean isActivityStreams(JsonNode context) {
        return ACTIVITY_STREAMS.contains(context.stringValue(""));
    }

    private boolean isSafeInside(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return !saysTwice(object)
                    && object.properties().stream()
                            .filter(entry -> !entry.getKey().equals("@context"))
                            .allMatch(entry -> isSafeName(entry.getKey()) && isSafeThere(entry.getValue()));
        }
        return value.valueStream().allMatch(this::isSafeThere);
    }

    /** Readers differ on which of the two counts. */
    private static boolean saysTwice(ObjectNode object) {
        return (object.has("id") && object.has("@id")) || (object.has("type") && object.has("@type"));
    }

    /** A word that we read, with its namespace before it, is read by others and not by us. */
    private static boolean isSafeName(String name) {
        return name.indexOf(':') < 0 || !CoreTerms.isWord(CoreTerms.lastPart(name));
    }

    private boolean isSafeThere(JsonNode value) {
        return (!value.has("@context") || isSafe(value.path("@context"))) && isSafeInside(value);
    }

    private boolean isSafe(JsonNode context) {
        return cache.verdict(context, ContextGate::examine) == Verdict.SAFE;
    }

    private static Verdict examine(JsonNode context) {
        var isSafe = context.isArray() ? context.valueStream().allMatch(ContextGate::isSafePart) : isSafePart(context);
        return isSafe ? Verdict.SAFE : Verdict.NEEDS_EXPANSION;
    }

    private static boolean isSafePart(JsonNode part) {
        // null takes all meanings away again.
        return part.isString() || (part instanceof ObjectNode inline && new InlineContext(inline).isSafe());
    }
}
