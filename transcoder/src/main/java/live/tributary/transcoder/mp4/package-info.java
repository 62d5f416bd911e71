// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Fragmented MP4 (ISO/IEC 14496-12) as CMAF wants it (ISO/IEC 23000-19): initialization segments and single-track
 * fragments, in pure Java. Knows neither playlists nor clocks.
 */
@NullMarked
package live.tributary.transcoder.mp4;

import org.jspecify.annotations.NullMarked;
