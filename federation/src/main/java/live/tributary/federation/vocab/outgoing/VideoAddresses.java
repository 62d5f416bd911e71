// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * The collections of a Video.
 *
 * @param video its id
 */
public record VideoAddresses(URI video) {

    public URI likes() {
        return below("likes");
    }

    public URI dislikes() {
        return below("dislikes");
    }

    public URI shares() {
        return below("shares");
    }

    /** PeerTube calls them comments. */
    public URI replies() {
        return below("replies");
    }

    private URI below(String name) {
        return URI.create(video + "/" + name);
    }
}
