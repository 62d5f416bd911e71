// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The one thing worth saying about a stream while an encoder feeds it. The words for it, and the fix, are the page's.
 *
 * @param values what goes into the words, by names that say their unit
 */
public record Verdict(Kind kind, Level level, SortedMap<String, Double> values) {

    public Verdict {
        values = new TreeMap<>(values);
    }

    /** What hurts most comes first: of several, the first is told. */
    public enum Kind {
        /** Nothing has come for seconds. */
        SILENT,
        /** The codec cannot be shown. */
        CODEC,
        /** The node left frames out because it did not keep up: no fault of the streamer. */
        NODE_BEHIND,
        /** Frames arrive late: the line carries less than the encoder sends. */
        UPLOAD_SLOW,
        /** Frames are missing though the line is good: the streamer's machine does not keep up. */
        ENCODER_BEHIND,
        NO_SOUND,
        /** There is sound, and nothing to be heard in it. */
        SOUND_SILENT,
        KEY_FRAMES_RARE,
        KEY_FRAMES_UNEVEN,
        SOUND_APART,
        /** Peaks go beyond full scale. */
        SOUND_CLIPS,
        LINE_SLOW,
        LINE_UNEVEN,
        /** Good, but late by choice. */
        KEY_FRAMES_LATE,
        /** Good again after something was lost. */
        DIPPED,
        GOOD,
        /** Too young to be judged. */
        MEASURING
    }

    static final Verdict MEASURING = of(Kind.MEASURING, Level.UNKNOWN);

    static Verdict of(Kind kind, Level level) {
        return new Verdict(kind, level, new TreeMap<>());
    }

    static Verdict of(Kind kind, Level level, Map<String, Double> values) {
        return new Verdict(kind, level, new TreeMap<>(values));
    }
}
