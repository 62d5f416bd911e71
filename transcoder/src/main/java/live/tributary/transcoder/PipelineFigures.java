// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;

import live.tributary.transcoder.media.StreamFigures;

/**
 * What a pipeline saw and did, at one moment.
 *
 * @param stream as of the last part
 * @param queued media time that waits for the pipeline thread
 * @param droppedByQueue access units that did not fit into the queue, since the broadcast began
 */
public record PipelineFigures(StreamFigures stream, Duration queued, long droppedByQueue) {}
