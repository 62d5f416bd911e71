// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Codec configuration records, read with a bounded bit reader before anything believes them: sizes, rates and the
 * {@code CODECS} strings of RFC 6381.
 */
@NullMarked
package live.tributary.transcoder.codec;

import org.jspecify.annotations.NullMarked;
