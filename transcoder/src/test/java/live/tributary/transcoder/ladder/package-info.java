// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which rungs there are to be, and who gets them. */
@NullMarked
package live.tributary.transcoder.ladder;

import org.jspecify.annotations.NullMarked;
