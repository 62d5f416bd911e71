// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;

import live.tributary.transcoder.hls.LiveWindow;
import live.tributary.transcoder.hls.WindowTargets;

/** How long a request is held at most: three target durations (RFC 8216bis, 6.2.5.2). */
final class HeldTime {

    private HeldTime() {}

    static Duration of(LiveWindow window) {
        return window.targets()
                .map(WindowTargets::targetDuration)
                .orElse(Duration.ofSeconds(2))
                .multipliedBy(3);
    }
}
