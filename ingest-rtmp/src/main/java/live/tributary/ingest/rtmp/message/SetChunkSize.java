// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** From the next message on, the sender's chunks are this large (5.4.1). */
public record SetChunkSize(int bytes) implements RtmpMessage {}
