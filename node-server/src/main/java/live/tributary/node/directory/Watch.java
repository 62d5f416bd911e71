// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import live.tributary.node.following.Sight;
import live.tributary.node.probes.Probing;

/**
 * A broadcast that is said to be on air, and what was seen of it.
 *
 * @param sight what its origin said
 * @param dueAt when it is looked at next
 * @param underWay whether somebody looks just now
 */
record Watch(Sight sight, Read read, Verdict verdict, Instant dueAt, boolean underWay) {

    /** Whether its document was read. */
    sealed interface Read {

        record NotYet() implements Read {}

        /**
         * It was.
         *
         * @param probing how far the probe under way has come
         */
        record Done(BroadcastFacts facts, Probing probing) implements Read {}
    }

    /** What the last probe that is over saw. */
    sealed interface Verdict {

        /** It has not gone on.
         *  @param misses how many probes in a row
         *  @param because in words for the operator; empty where nobody has looked */
        record NotSeen(int misses, String because) implements Verdict {

            /** Nobody has looked. */
            static final NotSeen NOT_YET = new NotSeen(0, "");
        }

        /** It goes on.
         *  @param at when that was seen
         *  @param media where its playlist really is
         *  @param blocks whose machines it really comes from: by the connection, as names lead wherever their owners say */
        record GoesOn(Instant at, URI media, Set<AddressBlock> blocks) implements Verdict {}
    }

    /** When it was seen last, if it goes on. */
    Optional<Instant> seenAt() {
        return verdict instanceof Verdict.GoesOn(var at, var _, var _) ? Optional.of(at) : Optional.empty();
    }

    /** Whether the same is to be seen of it. */
    boolean looksLike(Watch other) {
        return shown().equals(other.shown());
    }

    private Optional<Shown> shown() {
        return verdict instanceof Verdict.GoesOn(var _, var media, var blocks)
                        && read instanceof Read.Done(var facts, var _)
                ? Optional.of(new Shown(facts, media, blocks))
                : Optional.empty();
    }

    private record Shown(BroadcastFacts facts, URI media, Set<AddressBlock> blocks) {}

    static Watch begin(Sight sight, Instant now) {
        return new Watch(sight, new Read.NotYet(), Verdict.NotSeen.NOT_YET, now, false);
    }

    Watch taken() {
        return new Watch(sight, read, verdict, dueAt, true);
    }

    /** Its origin has said something since. */
    Watch heard(Sight newer) {
        return new Watch(newer, read, verdict, dueAt, underWay);
    }

    Watch due(Instant at) {
        return new Watch(sight, read, verdict, at, underWay);
    }

    /** A look is over, and another comes later. */
    Watch looked(Read now, Verdict told, Instant next) {
        return new Watch(sight, now, told, next, false);
    }
}
