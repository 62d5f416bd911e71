// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/** A probe and how far it has come: two reads of one media playlist, and a third where nothing has moved yet. */
public sealed interface Probing {

    /** Between the first two reads. */
    Duration FIRST_PAUSE = Duration.ofSeconds(2);

    /** Before the last one: segments without parts may be that long. */
    Duration LAST_PAUSE = Duration.ofSeconds(10);

    /**
     * Nothing is read yet.
     *
     * @param playlist of the broadcast, of whichever kind
     */
    record Begun(URI playlist) implements Probing {}

    /**
     * It was read, and is read once more after the pause.
     *
     * @param media the playlist that was read
     */
    record Waiting(URI media, Position seen, Duration pause) implements Probing {}

    /**
     * It has moved on: the broadcast goes on.
     *
     * @param media where the playlist of media really is, after all redirects
     * @param machine that sent it
     */
    record Advanced(URI media, InetAddress machine) implements Probing {}

    /**
     * It does not move, or is not there.
     *
     * @param because in words for the operator
     */
    record Stood(String because) implements Probing {}
}
