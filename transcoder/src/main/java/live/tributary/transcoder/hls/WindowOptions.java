// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

/**
 * How much of a broadcast a window keeps.
 *
 * @param memory media time whose bytes are in memory at least, and that playlists list whatever the disk does; never
 *     less than six target durations. While the memory of the node is short, six seconds, and three target durations
 * @param listed media time that playlists list as long as the files hold it; never less than {@code memory}
 * @param mostBytes of one broadcast on disk; with more, the oldest segments go before their time
 */
public record WindowOptions(Duration memory, Duration listed, long mostBytes) {

    /** Enough for a player to go on. */
    private static final Duration SHORT_MEMORY = Duration.ofSeconds(6);

    public WindowOptions {
        if (!memory.isPositive() || listed.compareTo(memory) < 0 || mostBytes <= 0) {
            throw new IllegalArgumentException(
                    "memory %s, listed %s, at most %d bytes".formatted(memory, listed, mostBytes));
        }
    }

    /** Media time that playlists list while nothing of it is missing, under these targets. */
    Duration listed(WindowTargets targets) {
        return atLeastSix(listed, targets);
    }

    Duration memory(WindowTargets targets) {
        return atLeastSix(memory, targets);
    }

    /** The same where the memory of the node is short; never less than the three target durations of RFC 8216bis, 6.2.2. */
    Duration shortMemory(WindowTargets targets) {
        var most = memory.compareTo(SHORT_MEMORY) < 0 ? memory : SHORT_MEMORY;
        return longer(most, targets.targetDuration().multipliedBy(3));
    }

    private static Duration atLeastSix(Duration time, WindowTargets targets) {
        return longer(time, targets.targetDuration().multipliedBy(6));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Nothing further back than what is in memory. */
    public static WindowOptions inMemory(Duration memory) {
        return new WindowOptions(memory, memory, Long.MAX_VALUE);
    }

    /** Twelve seconds in memory. */
    public static WindowOptions defaults() {
        return inMemory(Duration.ofSeconds(12));
    }

    /** Lets viewers go back further, into files. */
    public WindowOptions withListed(Duration listed, long mostBytes) {
        return new WindowOptions(memory, listed.compareTo(memory) < 0 ? memory : listed, mostBytes);
    }
}
