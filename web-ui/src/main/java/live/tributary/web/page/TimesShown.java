// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * How evenly a directory has shown its teams in the last seven days.
 *
 * @param percents one for each team: what it got, of what was due to it. 100 is its fair share
 */
public record TimesShown(List<Integer> percents) {

    /** In ascending order. */
    public TimesShown {
        percents = percents.stream().sorted().toList();
    }

    /** The team in the middle; 100 without teams. */
    public int medianPercent() {
        return percents.isEmpty() ? 100 : percents.get(percents.size() / 2);
    }

    /** Half of the teams lie within this many points of the one in the middle. */
    public int spreadPoints() {
        var median = medianPercent();
        var away = percents.stream()
                .map(percent -> Math.abs(percent - median))
                .sorted()
                .toList();
        return away.isEmpty() ? 0 : away.get(away.size() / 2);
    }
}
