// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.Optional;

import live.tributary.transcoder.ladder.SourcePicture;

/** Where the broadcasts of a node get their smaller pictures from. */
@FunctionalInterface
public interface Ladders {

    /** A node that makes none. */
    Ladders NONE = (_, _, _) -> Optional.empty();

    /**
     * What this node can make of such a picture now; room is kept for it until the ladder is closed. Empty where it
     * needs none. Returns at once.
     *
     * @param soundInAac whether the sound is coded so that not every browser plays it
     * @param listener hears what the encoder makes, and what it may make
     */
    Optional<Ladder> open(SourcePicture picture, boolean soundInAac, LadderListener listener);
}
