// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** The lottery (section 5): each group draws a lot, divides it by its weight, and who has the least comes first. So a group
 *  of twice the weight is first twice as often, and the order after it is drawn in the same way among the rest.
 *  <p>The same snapshot, filter and seed give the same pages on every machine. Immutable: any thread may ask. */
public final class Draw {

    /** Cards on a page. */
    public static final int PAGE = 24;

    private final Snapshot snapshot;
    private final Filter filter;
    private final Seed seed;

    public Draw(Snapshot snapshot, Filter filter, Seed seed) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.seed = seed;
    }

    /** The cards of a page; fewer than {@link #PAGE} where the order ends, none beyond. Costs one look at each group.
     *  @param number from 1; each continues the one before */
    public List<Drawn> page(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("no page " + number);
        }
        int before = Math.multiplyExact(number - 1, PAGE);
        var best = best(Math.addExact(before, PAGE));
        var cards = new ArrayList<Drawn>();
        for (int i = before; i < best.size(); i++) {
            cards.add(best.get(i).at(i + 1, snapshot, filter));
        }
        return List.copyOf(cards);
    }

    /** The first of the order, as far as there are so many: whoever shows no cards needs no more. */
    public List<Gid> order(int most) {
        return best(most).stream().map(candidate -> candidate.line().gid()).toList();
    }

    /** The first of the order, sorted. */
    private List<Candidate> best(int count) {
        var heap = new PriorityQueue<>(Candidate.ORDER.reversed());
        for (GroupLine line : snapshot.lines()) {
            if (filter.lets(line)) {
                enter(heap, line, count);
            }
        }
        return heap.stream().sorted(Candidate.ORDER).toList();
    }

    private void enter(PriorityQueue<Candidate> heap, GroupLine line, int count) {
        int shared = sharedTags(line);
        int tier = filter.interest().isEmpty() || shared > 0 ? 1 : 2;
        int relevance =
                Relevance.of(shared, filter.interest().size(), line.tags().size());
        var pool = line.poolFor(filter.languages());
        long weight = weight(pool.allowance(), pool.correction(), relevance);
        long ticket = Lots.ticket(seed, line.gid());
        if (heap.size() == count && isBehind(heap.element(), tier, key(Lots.leastLot(ticket), weight))) {
            return;
        }
        long lot = Lots.lot(ticket);
        heap.add(new Candidate(line, pool, tier, relevance, weight, lot, key(lot, weight)));
        if (heap.size() > count) {
            heap.remove();
        }
    }

    /** Whether a place is already lost, before the logarithm is worked out. */
    private static boolean isBehind(Candidate last, int tier, long leastKey) {
        return tier > last.tier() || (tier == last.tier() && leastKey > last.key());
    }

    private int sharedTags(GroupLine line) {
        int shared = 0;
        for (String tag : filter.interest()) {
            if (line.tags().contains(tag)) {
                shared++;
            }
        }
        return shared;
    }

    /** W in units of 2^-20, rounded half up, never 0. */
    static long weight(long a, long f, long r) {
        return Math.max(1, (a * f * r + (1L << 35)) >> 36);
    }

    static long key(long lot, long weight) {
        return (lot << 24) / weight;
    }
}
