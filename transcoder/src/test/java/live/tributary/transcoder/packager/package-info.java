// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tests of the packager, many of them with clips of real encoders and the eyes of real decoders. */
@NullMarked
package live.tributary.transcoder.packager;

import org.jspecify.annotations.NullMarked;
