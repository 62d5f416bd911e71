// SPDX-License-Identifier: AGPL-3.0-or-later
/** An encoder's side of RTMP, written from the specification and not from the code it tests. */
@NullMarked
package live.tributary.ingest.rtmp.client;

import org.jspecify.annotations.NullMarked;
