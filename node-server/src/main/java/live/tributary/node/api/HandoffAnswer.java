// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import live.tributary.node.travel.Handoffs.Offered;

/**
 * {@code Handoff} of the contract.
 *
 * @param number another is another offer
 * @param kind why: end, host, intermission
 */
record HandoffAnswer(int number, String kind) {

    static HandoffAnswer of(Offered offered) {
        return new HandoffAnswer(offered.number(), offered.kind().word());
    }
}
