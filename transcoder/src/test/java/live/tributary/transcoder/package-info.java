// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the module as a whole: its front door, its rules of import, its cost. */
@NullMarked
package live.tributary.transcoder;

import org.jspecify.annotations.NullMarked;
