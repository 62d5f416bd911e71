// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a live window keeps on disk: one file for each segment and rendition, and a journal of every step, so that a node
 * that was killed goes on where its viewers are. {@link LiveFolder} is the way in.
 */
@NullMarked
package live.tributary.transcoder.hls.store;

import org.jspecify.annotations.NullMarked;
