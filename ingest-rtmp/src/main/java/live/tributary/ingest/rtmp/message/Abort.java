// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** The sender gives up the unfinished message of a chunk stream (5.4.2). */
public record Abort(int chunkStreamId) implements RtmpMessage {}
