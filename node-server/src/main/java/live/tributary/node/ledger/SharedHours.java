// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.util.HashMap;
import java.util.Map;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.ledger.LiveHourStore.Hours;
import live.tributary.node.vouches.Hands;

/** How long all teams of the same hands were on air lately, added up. Any thread. */
final class SharedHours {

    private final Hands hands;
    private final Map<String, Hours> byHands = new HashMap<>();

    /** @param own of all who were live in the last week */
    SharedHours(Hands hands, Map<Gid, Hours> own) {
        this.hands = hands;
        own.forEach((gid, ofOne) -> byHands.merge(hands.of(gid), ofOne, Hours::plus));
    }

    /** Of whoever has the same hands as this team. */
    Hours of(Gid gid) {
        return byHands.getOrDefault(hands.of(gid), Hours.NONE);
    }
}
