// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probes;

/** A playlist of a stranger, as far as a probe reads it (RFC 8216, 4.3). */
sealed interface Playlist {

    /**
     * It lists renditions.
     *
     * @param smallest address of the one that says to have the smallest bandwidth, perhaps relative
     */
    record Master(String smallest) implements Playlist {}

    /**
     * It lists segments, and goes on.
     *
     * @param newest address of the last segment, perhaps relative; empty where it lists only parts, or pieces of one file
     */
    record Media(Position position, String newest) implements Playlist {}

    /** It lists segments, and is complete. */
    record Complete() implements Playlist {}

    /** It is no playlist, or an empty one. */
    record Neither() implements Playlist {}
}
