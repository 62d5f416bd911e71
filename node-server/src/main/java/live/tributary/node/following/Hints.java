// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;

import live.tributary.node.kernel.TokenBuckets;

/** Notes what those who are followed point at. Takes part in the caller's transaction. */
final class Hints {

    /** So much of one of them may wait to be looked at: whoever points at more makes us fetch no more. */
    static final int MOST_WAITING = 50;

    /** Each of them makes us fetch so much in an hour that we did not know. */
    static final int MOST_PER_HOUR = 60;

    private final TokenBuckets pace =
            new TokenBuckets(MOST_PER_HOUR, MOST_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final HintStore hints;
    private final StreamStore streams;
    private final Streams kept;
    private final Acquaintances acquaintances;
    private final InstantSource clock;

    Hints(HintStore hints, StreamStore streams, Streams kept, Acquaintances acquaintances, InstantSource clock) {
        this.hints = hints;
        this.streams = streams;
        this.kept = kept;
        this.acquaintances = acquaintances;
        this.clock = clock;
    }

    /** What is known already is not looked up once more. */
    void note(URI video, URI followee) {
        if (acquaintances.isShunned(video)) {
            return;
        }
        if (streams.find(video).isPresent()) {
            kept.mention(video, followee);
        } else if (hints.isNoted(video, followee) || pace.tryTake(followee.toString())) {
            hints.add(video, followee, clock.instant(), MOST_WAITING);
        }
    }
}
