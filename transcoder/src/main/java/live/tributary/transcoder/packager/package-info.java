// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Access units in, parts and segments of the window out: which frame begins a part, which a segment, and what players
 * are told. Runs on the broadcast's pipeline thread alone.
 */
@NullMarked
package live.tributary.transcoder.packager;

import org.jspecify.annotations.NullMarked;
