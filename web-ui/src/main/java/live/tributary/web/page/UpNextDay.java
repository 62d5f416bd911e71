// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

/**
 * What begins on a day of UTC.
 *
 * @param starts in the order of the draw
 */
public record UpNextDay(LocalDate date, List<Placed> starts) {

    public UpNextDay {
        starts = List.copyOf(starts);
    }

    /**
     * A start.
     *
     * @param place in the draw, from 0: under the days of another clock it keeps its order
     */
    public record Placed(int place, UpNext start) {

        private LocalDate date() {
            return LocalDate.ofInstant(start.at(), ZoneOffset.UTC);
        }
    }

    /**
     * The earliest day first.
     *
     * @param drawn in the order of the draw
     */
    public static List<UpNextDay> of(List<UpNext> drawn) {
        var days = IntStream.range(0, drawn.size())
                .mapToObj(place -> new Placed(place, drawn.get(place)))
                .collect(groupingBy(Placed::date, TreeMap::new, toList()));
        return days.entrySet().stream()
                .map(day -> new UpNextDay(day.getKey(), day.getValue()))
                .toList();
    }
}
