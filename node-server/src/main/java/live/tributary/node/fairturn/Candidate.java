// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Comparator;
import java.util.List;

/** A group in a draw, with the key that decides its place. */
record Candidate(GroupLine line, PoolLine pool, int tier, int relevance, long weight, long lot, long key) {

    /** Nobody has the same gid as another, so no two candidates are equal. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::tier)
            .thenComparingLong(Candidate::key)
            .thenComparing(candidate -> candidate.line().gid());

    Drawn at(int position, Snapshot snapshot, Filter filter) {
        var shared = line.tags().stream().filter(filter.interest()::contains).toList();
        return new Drawn(
                line.gid(),
                position,
                pool.language(),
                tier,
                shared,
                pool.allowance(),
                pool.correction(),
                relevance,
                weight,
                lot,
                key,
                reasons(shared, snapshot));
    }

    private List<String> reasons(List<String> shared, Snapshot snapshot) {
        return Reasons.of(line, pool, shared, snapshot.newcomerCap(pool.language()));
    }
}
