// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.signature;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;

/**
 * A signature, and what it may have been made over: where peers differ in how they write a part, each way of writing it.
 *
 * @param candidates at most four, the likeliest first
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
record SignedBytes(List<String> candidates, byte[] signature) {

    boolean isSignedBy(PublicKey key, SignatureAlgorithm algorithm) {
        return candidates.stream()
                .map(candidate -> candidate.getBytes(StandardCharsets.UTF_8))
                .anyMatch(bytes -> algorithm.verifies(key, bytes, signature));
    }
}
