// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * RTMP and Enhanced RTMP (v1 and v2), server side: what encoders publish comes in, {@link MediaTag}s come out.
 *
 * <p>The application implements {@link PublishHandler} (may this key publish here?) and {@link MediaListener} (the
 * tags of one publication), and calls {@link RtmpServer#start}. Everything else in this module serves these few types.
 *
 * <p><b>One connection, read top to bottom</b> (wired in {@code session.RtmpPipeline}):
 *
 * <pre>
 *   TLS              only where RTMPS is on, behind a limit of its own
 *   received bytes   counts, acknowledges, holds the input rate
 *   handshake        C0 to S2, then leaves the pipeline
 *   timeouts         handshake, publish, first media, silence
 *   chunk decoder    bytes to whole messages; grows with the bytes that arrived, never with a declared size
 *   message decoder  whole messages to {@code RtmpMessage} records
 *   session          connect, publish, media; the only part that knows there is a peer
 *   last resort      turns any escape into a logged close
 * </pre>
 *
 * <p>A received buffer never leaves this module: a frame crosses the border as a heap copy.
 */
@NullMarked
package live.tributary.ingest.rtmp;

import org.jspecify.annotations.NullMarked;
