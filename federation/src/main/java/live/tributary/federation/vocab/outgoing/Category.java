// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

/**
 * What a broadcast is about, in PeerTube's numbering.
 *
 * @param number greater than 0; 7 is gaming
 */
public record Category(int number, String name) {

    /** Nothing is said. */
    public static final Category UNSAID = new Category(0, "");
}
