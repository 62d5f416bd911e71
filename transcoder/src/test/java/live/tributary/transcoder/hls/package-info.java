// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the window: golden playlists, rules between fetches, and buffers that all come home. */
@NullMarked
package live.tributary.transcoder.hls;

import org.jspecify.annotations.NullMarked;
