// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import live.tributary.node.kernel.ChannelId;

/** What the node sees of a member's encoder. Memory only; any thread. */
public final class Encoders {

    /** A try longer ago is not what the person in front of the page just did. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final int SHOWN = 20;

    private final LiveStreams streams;
    private final RefusedTries tries;
    private final InstantSource clock;

    Encoders(LiveStreams streams, RefusedTries tries, InstantSource clock) {
        this.streams = streams;
        this.tries = tries;
        this.clock = clock;
    }

    /** Whether an encoder came through. */
    public enum Sight {
        WAITING,
        REFUSED,
        SEEN
    }

    /** Its connection; empty while none feeds the channel. */
    public Optional<ConnectionFacts> facts(ChannelId channel) {
        return streams.find(channel).flatMap(LiveStream::facts);
    }

    /** Tries with a key of the channel, and those without a good one from where the visitor sits; newest first. */
    public List<RefusedTry> refused(ChannelId channel, InetAddress visitor) {
        return Stream.concat(tries.of(channel).stream(), tries.from(visitor).stream())
                .sorted(Comparator.comparing(RefusedTry::at).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** What the light of the set-up shows. */
    public Sight sight(ChannelId channel, InetAddress visitor) {
        if (facts(channel).isPresent()) {
            return Sight.SEEN;
        }
        var since = clock.instant().minus(FRESH);
        return refused(channel, visitor).stream()
                        .anyMatch(attempt -> attempt.at().isAfter(since))
                ? Sight.REFUSED
                : Sight.WAITING;
    }
}
