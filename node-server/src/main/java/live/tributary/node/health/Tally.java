// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a broadcast adds up to, for the record that stays. Guarded by its owner. */
final class Tally {

    private final Map<Cause, Integer> seconds = new EnumMap<>(Cause.class);
    private int good;
    private int connected;
    private double bits;
    private long frames;
    private long missed;
    private long late;
    private long leftOut;
    private int longestKeyFrameMillis;
    private final GatedLoudness loudness = new GatedLoudness();

    void add(Sample sample, Optional<Cause> cause) {
        cause.ifPresentOrElse(found -> seconds.merge(found, 1, Integer::sum), () -> good++);
        if (sample.connected()) {
            connected++;
            bits += sample.bitsPerSecond();
        }
        frames += sample.frames();
        missed += sample.missed();
        late += sample.late();
        leftOut += sample.leftOut();
        loudness.add(sample.loudness());
        longestKeyFrameMillis =
                Math.max(longestKeyFrameMillis, sample.keyFrames().longest());
    }

    HealthRecord.Figures figures(int losses, int takeOvers) {
        return new HealthRecord.Figures(
                connected == 0 ? 0 : Math.round(bits / connected),
                frames,
                missed,
                late,
                leftOut,
                longestKeyFrameMillis,
                losses,
                takeOvers,
                loudness.lufs());
    }

    int goodSeconds() {
        return good;
    }

    Map<Cause, Integer> causes() {
        return Map.copyOf(seconds);
    }
}
