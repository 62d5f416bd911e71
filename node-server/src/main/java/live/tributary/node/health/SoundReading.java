// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Map;

import live.tributary.node.health.TileReading.Detail;

/**
 * The tile of sound: what is heard, where somebody listens, and how far it arrives apart from its picture.
 *
 * @param detail what hurts most
 */
record SoundReading(Level level, double lufs, Detail detail, Map<String, Double> values) {

    static SoundReading of(Figures figures) {
        if (!figures.sound()) {
            return new SoundReading(Level.FIX, 0, Detail.NO_SOUND, Map.of());
        }
        int ahead = figures.soundAheadMillis();
        var apart = Threshold.APART_MILLIS.judge(Math.abs(ahead));
        var hearing = figures.hearing();
        if (!hearing.measured()) {
            var detail = ahead < 0 ? Detail.SOUND_BEHIND : Detail.SOUND_AHEAD;
            return new SoundReading(apart, 0, detail, Map.of("milliseconds", (double) Math.abs(ahead)));
        }
        var values = Map.of(
                "peakDecibels", hearing.peakDb(),
                "milliseconds", (double) Math.abs(ahead),
                "silentSeconds", (double) hearing.silentSeconds());
        return heard(hearing, apart, values);
    }

    private static SoundReading heard(Hearing hearing, Level apart, Map<String, Double> values) {
        if (hearing.silent()) {
            return new SoundReading(Level.FIX, hearing.lufs(), Detail.SOUND_SILENT, values);
        }
        if (apart == Level.FIX) {
            return new SoundReading(apart, hearing.lufs(), Detail.SOUND_APART, values);
        }
        if (hearing.clips()) {
            return new SoundReading(Level.FIX, hearing.lufs(), Detail.SOUND_CLIPS, values);
        }
        if (hearing.loud() || Threshold.PEAK_DB.judge(hearing.peakDb()) != Level.GOOD) {
            return new SoundReading(Level.LOOK, hearing.lufs(), Detail.SOUND_LOUD, values);
        }
        if (hearing.quiet()) {
            return new SoundReading(Level.LOOK, hearing.lufs(), Detail.SOUND_QUIET, values);
        }
        return new SoundReading(
                apart, hearing.lufs(), apart == Level.GOOD ? Detail.SOUND_HEARD : Detail.SOUND_APART, values);
    }
}
