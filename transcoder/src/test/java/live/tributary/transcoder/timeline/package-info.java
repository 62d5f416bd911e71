// SPDX-License-Identifier: AGPL-3.0-or-later
/** Properties that must hold for any clock a publisher may have. */
@NullMarked
package live.tributary.transcoder.timeline;

import org.jspecify.annotations.NullMarked;
