// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.instance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.node.kernel.Secret;
import live.tributary.node.kernel.SecretHash;

/** The one claim token of this run of the node: in memory only, so that a restart makes it worthless. */
final class ClaimTokens {

    private final Duration validity;
    private final InstantSource clock;
    // Written at the start, read by every request of an unclaimed node.
    private volatile @Nullable Current current;

    private record Current(SecretHash hash, Instant expiresAt) {}

    ClaimTokens(Duration validity, InstantSource clock) {
        this.validity = validity;
        this.clock = clock;
    }

    Secret issue() {
        var token = Secret.random();
        current = new Current(token.hash(), clock.instant().plus(validity));
        return token;
    }

    boolean accepts(Secret token) {
        return Optional.ofNullable(current)
                .filter(issued -> clock.instant().isBefore(issued.expiresAt()))
                .filter(issued -> issued.hash().matches(token.hash()))
                .isPresent();
    }
}
