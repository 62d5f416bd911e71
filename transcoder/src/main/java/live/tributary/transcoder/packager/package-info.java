// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Access units in, parts and segments of the window out: which frame begins a part, which a segment, and what players
 * are told. One thread at a time, of whoever brings something.
 */
@NullMarked
package live.tributary.transcoder.packager;

import org.jspecify.annotations.NullMarked;
