// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.Collection;
import java.util.List;

/**
 * How evenly a directory has shown its teams in the last seven days. Worked out once for all visitors: teams may be many.
 *
 * @param percents one for each team, in ascending order: what it got, of what was due to it. 100 is its fair share
 * @param medianPercent of the team in the middle; 100 without teams
 * @param spreadPoints half of the teams lie within this many points of the one in the middle
 */
public record TimesShown(List<Integer> percents, int medianPercent, int spreadPoints) {

    public TimesShown {
        percents = List.copyOf(percents);
        if (!percents.isEmpty() && medianPercent != percents.get(percents.size() / 2)) {
            throw new IllegalArgumentException("%d is not in the middle".formatted(medianPercent));
        }
    }

    /**
     * Of so much for each team.
     *
     * @param percents in any order
     */
    public static TimesShown of(Collection<Integer> percents) {
        var sorted = percents.stream().sorted().toList();
        int median = middle(sorted, 100);
        var away = sorted.stream()
                .map(percent -> Math.abs(percent - median))
                .sorted()
                .toList();
        return new TimesShown(sorted, median, middle(away, 0));
    }

    private static int middle(List<Integer> sorted, int ofNone) {
        return sorted.isEmpty() ? ofNone : sorted.get(sorted.size() / 2);
    }
}
