// SPDX-License-Identifier: AGPL-3.0-or-later
/** AMF0, and the little of AMF3 that encoders put inside it: bytes to values and back. Knows no message and no peer. */
@NullMarked
package live.tributary.ingest.rtmp.amf;

import org.jspecify.annotations.NullMarked;
