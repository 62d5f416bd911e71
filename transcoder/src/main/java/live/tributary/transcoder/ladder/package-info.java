// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which smaller renditions a broadcast gets beside its source, and how many of them this machine can carry. */
@NullMarked
package live.tributary.transcoder.ladder;

import org.jspecify.annotations.NullMarked;
