// SPDX-License-Identifier: AGPL-3.0-or-later
/** Boxes against their standards, byte by byte. */
@NullMarked
package live.tributary.transcoder.mp4;

import org.jspecify.annotations.NullMarked;
