// SPDX-License-Identifier: AGPL-3.0-or-later
/** C0 to S2 (RTMP 1.0, 5.2), plain and with the digest that Flash players and their heirs look for. */
@NullMarked
package live.tributary.ingest.rtmp.handshake;

import org.jspecify.annotations.NullMarked;
