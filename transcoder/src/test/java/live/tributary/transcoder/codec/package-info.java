// SPDX-License-Identifier: AGPL-3.0-or-later
/** Vector tables of configuration records, with what ffprobe says of each, and fuzz targets. */
@NullMarked
package live.tributary.transcoder.codec;

import org.jspecify.annotations.NullMarked;
