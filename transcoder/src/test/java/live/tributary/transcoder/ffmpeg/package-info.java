// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tries the real bundled program on this machine. */
@NullMarked
package live.tributary.transcoder.ffmpeg;

import org.jspecify.annotations.NullMarked;
