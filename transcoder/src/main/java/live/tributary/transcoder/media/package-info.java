// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The neutral model: what a publisher hands in, whatever protocol brought it. Front door, together with the package
 * above it.
 */
@NullMarked
package live.tributary.transcoder.media;

import org.jspecify.annotations.NullMarked;
