// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

import io.netty.buffer.ByteBuf;

/**
 * Audio (7.1.4), as an FLV tag body. Whoever takes it releases the body.
 *
 * @param timestamp unsigned 32-bit milliseconds
 */
public record AudioMessage(long timestamp, ByteBuf body) implements RtmpMessage {}
