// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;

import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.WindowTargets;

/** How long a request is held at most: three target durations (RFC 8216bis, 6.2.5.2). */
final class HeldTime {

    /** A connection that is silent for a minute is closed. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private HeldTime() {}

    static Duration of(LiveWindow window) {
        var three = window.targets()
                .map(WindowTargets::targetDuration)
                .orElse(Duration.ofSeconds(2))
                .multipliedBy(3);
        return three.compareTo(LONGEST) < 0 ? three : LONGEST;
    }
}
