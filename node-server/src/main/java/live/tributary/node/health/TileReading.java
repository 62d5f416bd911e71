// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One tile as it reads now.
 *
 * @param value in the tile's unit; means nothing where the level is unknown
 * @param detail which sentence stands below it
 * @param values what goes into that sentence, by names that say their unit
 */
public record TileReading(Tile tile, Level level, double value, Detail detail, SortedMap<String, Double> values) {

    public TileReading {
        values = new TreeMap<>(values);
    }

    /** The sentence below the figure. */
    public enum Detail {
        SET_TO,
        NOT_ANNOUNCED,
        MISSED,
        EVEN,
        UNEVEN,
        /** Even, but those who join between two of them see broken pictures first. */
        OPEN_GROUPS,
        LOST,
        JITTER,
        /** Nobody listens to how loud it is. */
        SOUND_AHEAD,
        /** Nobody listens to how loud it is. */
        SOUND_BEHIND,
        SOUND_HEARD,
        SOUND_SILENT,
        SOUND_APART,
        SOUND_CLIPS,
        SOUND_LOUD,
        SOUND_QUIET,
        NO_SOUND,
        NOT_MEASURED
    }

    static TileReading of(Tile tile, Level level, double value, Detail detail, Map<String, Double> values) {
        return new TileReading(tile, level, value, detail, new TreeMap<>(values));
    }
}
