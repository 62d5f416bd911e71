// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.util.Comparator;

/**
 * How far a media playlist has come.
 *
 * @param segment number of the segment that comes next
 * @param parts of that segment that are listed already
 */
public record Position(long segment, int parts) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::segment).thenComparingInt(Position::parts);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
