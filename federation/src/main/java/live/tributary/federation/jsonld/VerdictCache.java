// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.jsonld;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

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
        var key = hash(context);
        synchronized (verdicts) {
            return verdicts.computeIfAbsent(key, _ -> examine.apply(context));
        }
    }

    private static String hash(JsonNode context) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(JsonBytes.of(context)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
