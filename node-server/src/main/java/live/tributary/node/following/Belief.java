// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.time.Duration;
import java.time.Instant;

/** For how long somebody elsewhere is believed to be on air without saying so again. */
final class Belief {

    /** Whoever says "until next year" is believed for so long. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** Where nothing is said of it: a little more than two pauses of Owncast, or one of ours between two looks. */
    static final Duration WITHOUT_WORD = Duration.ofMinutes(12);

    /** What is not believed any more is still shown, last of all, for so long. */
    static final Duration STALE = Duration.ofMinutes(10);

    /** Between two looks at what does not say until when it is to be believed, as on PeerTube. */
    static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    /** After a look at that which nobody answered. */
    static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(3);

    /** No broadcast is longer; and no database knows of every year that a stranger can write. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private Belief() {}

    /** @param told until when they want to be believed */
    static Instant until(Instant told, Instant receivedAt) {
        var latest = receivedAt.plus(LONGEST);
        return told.isAfter(latest) ? latest : notBefore(receivedAt.minus(STALE), told);
    }

    /** What is told of the past; what is not said to be past is of this moment. */
    static Instant past(Instant told, Instant receivedAt) {
        return notBefore(receivedAt.minus(OLDEST), told.isBefore(receivedAt) ? told : receivedAt);
    }

    private static Instant notBefore(Instant earliest, Instant told) {
        return told.isBefore(earliest) ? earliest : told;
    }

    /** What was believed until then, or until a later moment, is still shown. */
    static Instant oldestShown(Instant now) {
        return now.minus(STALE);
    }
}
