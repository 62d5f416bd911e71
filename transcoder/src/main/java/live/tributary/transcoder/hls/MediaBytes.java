// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;

import io.netty.buffer.ByteBuf;

/**
 * A part on its way into a file.
 *
 * @param bytes retained for whoever writes them, who releases them
 * @param duration media time
 */
public record MediaBytes(FilePiece at, ByteBuf bytes, Duration duration) {}
