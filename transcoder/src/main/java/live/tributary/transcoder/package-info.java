// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Frames in, LL-HLS parts out. This package is the front door: open a {@link
 * live.tributary.transcoder.BroadcastPipeline} for a broadcast, start a {@link
 * live.tributary.transcoder.PipelineSession} for each publisher connection, offer it what arrives, and hand the window
 * to whoever serves viewers.
 */
@NullMarked
package live.tributary.transcoder;

import org.jspecify.annotations.NullMarked;
