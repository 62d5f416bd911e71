// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import live.tributary.federation.delivery.DeliveryClass;

/**
 * A delivery that somebody is at work on.
 *
 * @param attempts made so far, as far as they count
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
record Claim(
        long id,
        UUID activity,
        ActorId sender,
        URI inbox,
        String host,
        DeliveryClass urgency,
        int attempts,
        Instant queuedAt,
        byte[] document) {}
