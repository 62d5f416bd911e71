// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Optional;

import live.tributary.transcoder.media.SoundLevels;

/**
 * How loud one second was.
 *
 * @param measured whether anybody listened; all figures mean nothing if not
 * @param silentSeconds so many seconds in a row nothing could be heard
 */
record Loudness(boolean measured, double shortTermLufs, double truePeakDb, int silentSeconds) {

    static final Loudness NOT_MEASURED = new Loudness(false, SoundLevels.SILENCE, SoundLevels.SILENCE, 0);

    /** The second after this one. */
    Loudness next(Optional<SoundLevels> heard) {
        return heard.map(this::next).orElse(NOT_MEASURED);
    }

    private Loudness next(SoundLevels heard) {
        boolean silent = heard.momentaryLufs() < Threshold.SILENT_LUFS;
        return new Loudness(true, heard.shortTermLufs(), heard.truePeakDb(), silent ? silentSeconds + 1 : 0);
    }

    /** Loudness units above where the scale of EBU R 128 ends; 0 where nothing is heard or nobody listens. */
    double aboveSilence() {
        return Math.max(0, shortTermLufs - GatedLoudness.ABSOLUTE_GATE_LUFS);
    }
}
