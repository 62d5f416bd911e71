// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Instant;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.Publication;
import live.tributary.node.kernel.StreamKeyId;
import live.tributary.transcoder.PipelineSession;

/**
 * One publisher that feeds a broadcast.
 *
 * @param key the key it came with
 * @param encoder what it calls itself
 * @param session its way into the pipeline
 * @param since when it was accepted
 */
record Connection(StreamKeyId key, String encoder, Publication publication, PipelineSession session, Instant since) {

    /** Silent for so long, a publisher is called stalled (media path, 1.6). */
    private static final long STALLED_SECONDS = 5;

    boolean stalled() {
        return publication.figures().silence().toSeconds() >= STALLED_SECONDS;
    }

    void close(CloseReason why) {
        session.end();
        publication.close(why);
    }
}
