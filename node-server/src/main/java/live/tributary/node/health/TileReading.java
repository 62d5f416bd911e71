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
        LOST,
        JITTER,
        SOUND_AHEAD,
        SOUND_BEHIND,
        NO_SOUND,
        NOT_MEASURED
    }

    static TileReading of(Tile tile, Level level, double value, Detail detail, Map<String, Double> values) {
        return new TileReading(tile, level, value, detail, new TreeMap<>(values));
    }
}
