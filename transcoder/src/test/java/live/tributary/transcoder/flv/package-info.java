// SPDX-License-Identifier: AGPL-3.0-or-later
/** The wire to and from the encoder, byte by byte. */
@NullMarked
package live.tributary.transcoder.flv;

import org.jspecify.annotations.NullMarked;
