// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.HashMap;
import java.util.Map;

import live.tributary.node.gate.AddressPrefix;

/**
 * How many requests are being examined. Each may wait for somebody else's server, and holds its body meanwhile: so there is a
 * most of them, and a most that one household may have. Any thread.
 */
final class InFlight {

    static final int MOST = 64;

    static final int MOST_OF_ONE = 8;

    private final Map<AddressPrefix, Integer> ofEach = new HashMap<>();
    private int all;

    /** Whether there is room. Whoever hears true calls {@link #leave} in the end. */
    synchronized boolean enter(AddressPrefix source) {
        int already = ofEach.getOrDefault(source, 0);
        if (all >= MOST || already >= MOST_OF_ONE) {
            return false;
        }
        all++;
        ofEach.put(source, already + 1);
        return true;
    }

    synchronized void leave(AddressPrefix source) {
        all--;
        ofEach.computeIfPresent(source, (_, left) -> left == 1 ? null : left - 1);
    }
}
