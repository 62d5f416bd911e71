// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.List;

import live.tributary.transcoder.media.SoundLevels;

/**
 * What is heard, as the numbers that are judged.
 *
 * @param measured whether anybody listens now
 * @param lufs of the last minute, pauses left out; 0 where it was silent throughout
 * @param peakDb the highest true peak of the last minute
 * @param clippedSeconds of the last minute, in which the peak went beyond full scale
 * @param silentSeconds up to now
 */
record Hearing(boolean measured, double lufs, double peakDb, int clippedSeconds, int silentSeconds) {

    static Hearing of(List<Sample> minute) {
        var heard =
                minute.stream().map(Sample::loudness).filter(Loudness::measured).toList();
        var now = minute.isEmpty() ? Loudness.NOT_MEASURED : minute.getLast().loudness();
        var loudness = new GatedLoudness();
        heard.forEach(loudness::add);
        return new Hearing(
                now.measured(),
                loudness.lufs(),
                heard.stream().mapToDouble(Loudness::truePeakDb).max().orElse(SoundLevels.SILENCE),
                (int) heard.stream()
                        .filter(second -> Threshold.PEAK_DB.judge(second.truePeakDb()) == Level.FIX)
                        .count(),
                now.silentSeconds());
    }

    boolean silent() {
        return measured && silentSeconds >= Threshold.SILENT_SOUND_SECONDS;
    }

    /** One clap is no setting. */
    boolean clips() {
        return measured && clippedSeconds >= Threshold.FEWEST_CLIPPED_SECONDS;
    }

    boolean quiet() {
        return measured && lufs < Threshold.QUIET_LUFS;
    }

    boolean loud() {
        return measured && lufs > Threshold.LOUD_LUFS && lufs < 0;
    }
}
