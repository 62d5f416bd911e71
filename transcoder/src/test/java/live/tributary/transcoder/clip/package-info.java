// SPDX-License-Identifier: AGPL-3.0-or-later
/** Clips that real encoders make for the tests, and what real decoders say of what we made of them. */
@NullMarked
package live.tributary.transcoder.clip;

import org.jspecify.annotations.NullMarked;
