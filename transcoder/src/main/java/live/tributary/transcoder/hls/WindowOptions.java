// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

/**
 * How much of a broadcast a window keeps.
 *
 * @param listed media time that playlists list at least; never less than six target durations
 */
public record WindowOptions(Duration listed) {
    public WindowOptions {
        if (!listed.isPositive()) {
            throw new IllegalArgumentException("listed must be positive");
        }
    }

    /** Media time that playlists list at least, under these targets. */
    Duration listed(WindowTargets targets) {
        var least = targets.targetDuration().multipliedBy(6);
        return listed.compareTo(least) < 0 ? least : listed;
    }

    /** Twelve seconds. */
    public static WindowOptions defaults() {
        return new WindowOptions(Duration.ofSeconds(12));
    }
}
