// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.util.List;

/**
 * One part of a segment, as one playlist lists it.
 *
 * @param independent whether it starts with a frame that needs no other
 * @param pieces where its bytes lie in files, one after the other
 */
record Part(Duration duration, boolean independent, SharedBytes bytes, List<FilePiece> pieces) {}
