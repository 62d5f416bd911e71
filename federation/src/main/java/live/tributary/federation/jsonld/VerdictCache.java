// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

import live.tributary.federation.Sha256;
import live.tributary.federation.json.JsonBytes;

/**
 * Verdicts on contexts seen before: a few dozen make up nearly all of the Fediverse's traffic. The least recently asked
 * for go first. Holds hashes, as contexts of strangers may be long.
 *
 * <p>Used by any number of threads.
 */
final class VerdictCache {

    private final Map<String, Verdict> verdicts;

    /** @param capacity in contexts */
    VerdictCache(int capacity) {
        this.verdicts = new LinkedHashMap<>(capacity, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Verdict> eldest) {
                return size() > capacity;
            }
        };
    }

    Verdict verdict(JsonNode context, Function<JsonNode, Verdict> examine) {
        var key = Sha256.hex(JsonBytes.of(context));
        synchronized (verdicts) {
            return verdicts.computeIfAbsent(key, _ -> examine.apply(context));
        }
    }
}
