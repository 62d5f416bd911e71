// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Instant;

/**
 * An activity that was verified.
 *
 * @param id under which it is filed ({@link Arrival#place})
 * @param arrival its place among all that came
 * @param host host and port of who signed it, in lower case
 * @param body as it came; belongs to this record
 */
@SuppressWarnings("ArrayRecordComponent") // never written to, and never compared
record Received(
        URI id, long arrival, String host, URI actor, Trust trust, byte[] body, Instant receivedAt, int attempts) {}
