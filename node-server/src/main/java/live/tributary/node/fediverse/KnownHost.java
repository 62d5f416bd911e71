// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.delivery.SignatureHabit;

/**
 * What is known of a host that we deliver to.
 *
 * @param signature which kind it is sent
 */
record KnownHost(Breaker breaker, SignatureHabit signature) {

    static KnownHost unknown() {
        return new KnownHost(Breaker.unknown(), SignatureHabit.unknown());
    }
}
