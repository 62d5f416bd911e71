// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last requests to inboxes that were refused, for the operator to find out why somebody is not heard. Any thread.
 *
 * <p>In memory: who is refused must not be able to fill a disk.
 */
public final class Refusals {

    static final int MOST = 500;

    private final Deque<Refusal> recent = new ArrayDeque<>();

    Refusals() {}

    /** Newest first. */
    public synchronized List<Refusal> recent() {
        return List.copyOf(recent);
    }

    synchronized void add(Refusal refusal) {
        recent.addFirst(refusal);
        if (recent.size() > MOST) {
            recent.removeLast();
        }
    }
}
