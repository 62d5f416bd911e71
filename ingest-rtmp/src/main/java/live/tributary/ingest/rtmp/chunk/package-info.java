// SPDX-License-Identifier: AGPL-3.0-or-later
/** Chunks: bytes to whole messages and back. Section numbers are those of the RTMP specification 1.0. */
@NullMarked
package live.tributary.ingest.rtmp.chunk;

import org.jspecify.annotations.NullMarked;
