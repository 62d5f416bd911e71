// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.delivery.Reaction;
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

    /** What is known after a delivery; a host that gave no answer has not answered. */
    KnownHost after(Courier.Return back, Instant now) {
        var reaction = back.reaction();
        var after = switch (reaction) {
            case Reaction.TryAgain(var _, var hostFailed) -> hostFailed ? breaker.failed(now) : breaker.answered();
            case Reaction.StayAway() -> breaker;
            case Reaction.Arrived _, Reaction.AskForTheActor _, Reaction.GiveUp _, Reaction.SignOtherwise _ ->
                breaker.answered();
        };
        var otherwise = reaction instanceof Reaction.Arrived && back.kind() != signature.kind();
        return new KnownHost(after, otherwise ? signature.tookInstead(back.kind(), now) : signature);
    }
}
