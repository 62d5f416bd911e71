// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.remote;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much of one kind is done at once for strangers: so much altogether, and so much for one source of requests. Nothing
 * waits here: what finds no room is not done. Any thread.
 */
public final class AtOnce {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> ofEach = new HashMap<>();
    private int all;

    /**
     * Nothing is done yet.
     *
     * @param mostOfOne of these for one source
     */
    public AtOnce(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Does the work if there is room for it; empty where there is none.
     *
     * @param source the part of the network from which we are made to work
     */
    public <T> Optional<T> tryRun(String source, Supplier<T> work) {
        if (!enter(source)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            leave(source);
        }
    }

    private synchronized boolean enter(String source) {
        int already = ofEach.getOrDefault(source, 0);
        if (all >= most || already >= mostOfOne) {
            return false;
        }
        all++;
        ofEach.put(source, already + 1);
        return true;
    }

    private synchronized void leave(String source) {
        all--;
        ofEach.computeIfPresent(source, (_, left) -> left == 1 ? null : left - 1);
    }
}
