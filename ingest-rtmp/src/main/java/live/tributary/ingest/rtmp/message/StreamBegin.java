// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

/** User control 0: a message stream is ready (7.1.7). */
public record StreamBegin(int streamId) implements RtmpMessage {}
