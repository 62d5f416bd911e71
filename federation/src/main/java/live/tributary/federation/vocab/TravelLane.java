// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the target of a hand-off was found. */
public enum TravelLane {
    /** It shares a ring with the source. */
    RING,
    /** It is in a ring that shares a member with the source's. */
    NEIGHBOUR,
    /** It is known otherwise, such as by a directory. */
    OPEN,
    /** The host chose it. */
    HOST;

    /** As it travels. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a lane that is not known here. */
    public static Optional<TravelLane> of(String word) {
        return Stream.of(values()).filter(lane -> lane.word().equals(word)).findFirst();
    }
}
