// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.playback;

import java.time.Duration;

/** What all answers share. */
record Serving(HttpDate date, Duration noProgressTimeout, PlaybackMetrics metrics) {}
