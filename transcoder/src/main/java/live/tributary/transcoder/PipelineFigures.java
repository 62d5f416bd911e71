// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import java.time.Duration;
import java.util.List;

import live.tributary.transcoder.media.StreamFigures;
import live.tributary.transcoder.packager.RungFigures;

/**
 * What a pipeline saw and did, at one moment.
 *
 * @param stream as of the last part
 * @param rungs the smaller pictures as of the last segment, largest first, and sound in AAC where that is made
 * @param queued media time that waits to be packaged
 * @param droppedByQueue access units that did not fit into the queue, since the broadcast began
 */
public record PipelineFigures(StreamFigures stream, List<RungFigures> rungs, Duration queued, long droppedByQueue) {}
