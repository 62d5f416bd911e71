// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Collection;
import java.util.List;

/**
 * How evenly exposure was shared out over some time (section 9 of {@code docs/fairness.md}): the same figures of a directory's day
 * and of a simulated fortnight.
 */
public final class Evenness {

    /** Who was on air for less says more of luck than of the draw. */
    private static final double FEW_HOURS = 2;

    private final List<Share> counted;

    private Evenness(List<Share> counted) {
        this.counted = counted;
    }

    /**
     * Of one group.
     *
     * @param liveHours on air
     * @param turn what it got, and what was due to it
     */
    public record Share(double liveHours, Turn turn) {

        /** What it got of what was due; 1 is just that. */
        double part() {
            return turn.received() / turn.due();
        }

        private boolean counts() {
            return liveHours >= FEW_HOURS && turn.due() > 0;
        }
    }

    /** Of those who were live for two hours, and while somebody came. */
    public static Evenness of(Collection<Share> shares) {
        return new Evenness(shares.stream().filter(Share::counts).toList());
    }

    /** How many count. */
    public int groups() {
        return counted.size();
    }

    /** Of what groups got against what was due, each by what was due; NaN where none counts. */
    public double turnGini() {
        return Gini.of(counted.stream()
                .map(share -> new Gini.Weighed(share.part(), share.turn().due()))
                .toList());
    }

    /** Of what groups got for each hour on air, each by its hours; NaN where none counts. */
    public double exposureGini() {
        return Gini.of(counted.stream()
                .map(share -> new Gini.Weighed(share.turn().received() / share.liveHours(), share.liveHours()))
                .toList());
    }

    /** The part of what was due that one in a hundred groups stays below; NaN where none counts. */
    public double p1Share() {
        var parts = counted.stream().mapToDouble(Share::part).sorted().toArray();
        return parts.length == 0 ? Double.NaN : parts[parts.length / 100];
    }

    /** The least of those parts; NaN where none counts. */
    public double leastShare() {
        return counted.stream().mapToDouble(Share::part).min().orElse(Double.NaN);
    }
}
