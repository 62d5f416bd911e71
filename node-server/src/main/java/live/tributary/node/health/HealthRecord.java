// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;

/**
 * How a broadcast went, kept after its end.
 *
 * @param openedAt when its first encoder connected
 * @param endedAt end of its last second
 * @param goodSeconds in which nothing was wrong
 * @param causes seconds by what was wrong in them
 */
public record HealthRecord(
        BroadcastId broadcast,
        ChannelId channel,
        Instant openedAt,
        Instant endedAt,
        int goodSeconds,
        Map<Cause, Integer> causes,
        Figures figures,
        int players,
        int smoothPlayers) {

    public HealthRecord {
        causes = Map.copyOf(causes);
    }

    /**
     * The whole broadcast in numbers.
     *
     * @param bitsPerSecond on average, while an encoder was connected
     * @param losses how often the encoder went away, its last goodbye not counted
     * @param lufs loudness of all that was heard, pauses left out; 0 where nobody listened
     */
    public record Figures(
            long bitsPerSecond,
            long frames,
            long missedFrames,
            long lateFrames,
            long leftOutFrames,
            int longestKeyFrameMillis,
            int losses,
            int takeOvers,
            double lufs) {}

    /** What was wrong for so long. */
    public record Trouble(Cause cause, int seconds) {}

    /** What was wrong, longest first. */
    public List<Trouble> troubles() {
        return causes.entrySet().stream()
                .map(entry -> new Trouble(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Trouble::seconds).reversed().thenComparing(Trouble::cause))
                .toList();
    }

    public Duration duration() {
        return Duration.between(openedAt, endedAt);
    }
}
