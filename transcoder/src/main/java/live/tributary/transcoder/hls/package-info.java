// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The live window of a broadcast and its LL-HLS playlists (RFC 8216bis): {@link WindowWriter} is what the packager
 * writes, {@link LiveWindow} what viewers read. The only package of this module that sees Netty's buffers.
 */
@NullMarked
package live.tributary.transcoder.hls;

import org.jspecify.annotations.NullMarked;
