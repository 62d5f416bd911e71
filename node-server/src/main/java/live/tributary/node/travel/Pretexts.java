// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.TravelOffer;
import live.tributary.node.following.LiveElsewhere;

/**
 * Whether a broadcast is over that is said to be: whoever sends viewers away while on air is a host who chose. Only what is known
 * here to have been on air is looked at. Asks there, and blocks; any thread.
 */
final class Pretexts {

    private final LiveElsewhere followed;
    private final Scout scout;
    private final Surveys surveys;

    Pretexts(LiveElsewhere followed, Scout scout, Surveys surveys) {
        this.followed = followed;
        this.scout = scout;
        this.surveys = surveys;
    }

    /** The same, or by its right name. */
    TravelOffer honest(TravelOffer wish) {
        return wish.kind() == HandoffKind.END
                        && wasOnAir(wish.origin())
                        && surveys.at(wish.origin()).isPresent()
                ? wish.named(HandoffKind.HOST)
                : wish;
    }

    private boolean wasOnAir(URI video) {
        return scout.live().stream().anyMatch(prospect -> prospect.video().equals(video))
                || followed.said().stream()
                        .anyMatch(sight -> sight.onAir() && sight.id().equals(video));
    }
}
