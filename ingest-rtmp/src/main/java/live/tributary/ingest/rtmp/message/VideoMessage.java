// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.message;

import io.netty.buffer.ByteBuf;

/**
 * Video (7.1.5), as an FLV tag body. Whoever takes it releases the body.
 *
 * @param timestamp unsigned 32-bit milliseconds
 */
public record VideoMessage(long timestamp, ByteBuf body) implements RtmpMessage {}
