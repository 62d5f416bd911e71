// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * From the publisher's clock, which wraps, rounds, jumps and drifts, to one timeline of the broadcast that never runs
 * backwards. Broadcast time is nanoseconds here, ticks of the track where a frame gets its place.
 */
@NullMarked
package live.tributary.transcoder.timeline;

import org.jspecify.annotations.NullMarked;
