// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of what a window keeps on disk. */
@NullMarked
package live.tributary.transcoder.hls.store;

import org.jspecify.annotations.NullMarked;
