// SPDX-License-Identifier: AGPL-3.0-or-later
/** The wire to and from the encoder: FLV, with the newer codecs as "Enhanced RTMP" writes them. */
@NullMarked
package live.tributary.transcoder.flv;

import org.jspecify.annotations.NullMarked;
