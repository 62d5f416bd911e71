// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import live.tributary.federation.vocab.TravelOffer;
import live.tributary.node.fairturn.Lots;

/** Who goes with whom: company is kept, and no small team is flooded. */
final class Rafts {

    static final int MOST = TravelOffer.MOST_IN_A_RAFT;

    private Rafts() {}

    /** By lot, those who stay together before the others; cut after every {@link #MOST}. */
    static List<List<Traveller>> cut(Collection<Traveller> travellers, HandoffId handoff) {
        long bits = handoff.bits();
        var sorted = travellers.stream()
                .sorted(Comparator.comparing((Traveller traveller) -> !traveller.together())
                        .thenComparing(traveller -> Lots.mix64(traveller.random() ^ bits), Long::compareUnsigned)
                        .thenComparing(Traveller::place))
                .toList();
        var rafts = new ArrayList<List<Traveller>>();
        for (int from = 0; from < sorted.size(); from += MOST) {
            rafts.add(sorted.subList(from, Math.min(sorted.size(), from + MOST)));
        }
        return rafts;
    }

    /** Of a raft that nobody has room for; of one viewer there are none. */
    static List<List<Traveller>> halves(List<Traveller> raft) {
        int half = raft.size() / 2;
        return half == 0 ? List.of() : List.of(raft.subList(0, half), raft.subList(half, raft.size()));
    }
}
