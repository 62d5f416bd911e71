// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.util.ArrayList;
import java.util.List;

/** Who is asked together. */
final class Waves {

    static final int OF_ONE = 3;
    static final int MOST = 3;

    /** Who is asked for one raft at all. */
    static final int MOST_ASKED = OF_ONE * MOST;

    private Waves() {}

    static List<List<Candidate>> of(List<Candidate> order) {
        var waves = new ArrayList<List<Candidate>>();
        int asked = Math.min(order.size(), MOST_ASKED);
        for (int from = 0; from < asked; from += OF_ONE) {
            waves.add(order.subList(from, Math.min(asked, from + OF_ONE)));
        }
        return waves;
    }

    /** Whether nobody is left who was not asked: only then smaller rafts are tried. */
    static boolean askAll(List<Candidate> order) {
        return order.size() <= MOST_ASKED;
    }
}
