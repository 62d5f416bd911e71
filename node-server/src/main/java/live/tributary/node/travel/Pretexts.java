// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.TravelOffer;

/**
 * Whether a broadcast is over that is said to be: whoever sends viewers away while on air is a host who chose. Asks there, and blocks;
 * any thread.
 */
final class Pretexts {

    private final Surveys surveys;

    Pretexts(Surveys surveys) {
        this.surveys = surveys;
    }

    /** The same, or by its right name. Whoever does not answer is believed. */
    TravelOffer honest(TravelOffer wish) {
        return wish.kind() == HandoffKind.END && surveys.at(wish.origin()).isPresent()
                ? wish.named(HandoffKind.HOST)
                : wish;
    }
}
