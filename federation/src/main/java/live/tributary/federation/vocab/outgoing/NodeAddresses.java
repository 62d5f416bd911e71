// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.UUID;

/**
 * Where what a node says can be looked up. Addresses are opaque to others and never change, not even when a team is
 * renamed.
 *
 * @param origin scheme, host and port, without a path: {@code https://node.example}
 */
public record NodeAddresses(URI origin) {

    /** The node's own actor, an Application. */
    public URI node() {
        return at("actor");
    }

    /** The inbox that all actors of the node share. */
    public URI sharedInbox() {
        return at("inbox");
    }

    /** A team. */
    public URI group(String id) {
        return at("g/" + id);
    }

    /** A streamer. */
    public URI person(String id) {
        return at("p/" + id);
    }

    /** The Person that owns a team and never leaves it. */
    public URI steward(String groupId) {
        return at("p/steward-" + groupId);
    }

    /** A ring. */
    public URI ring(String id) {
        return at("r/" + id);
    }

    /** A broadcast. PeerTube takes version 4 only. */
    public URI video(UUID uuid) {
        if (uuid.version() != 4) {
            throw new IllegalArgumentException("a Video needs a UUID of version 4, not " + uuid.version());
        }
        return at("v/" + uuid);
    }

    private URI at(String path) {
        return origin.resolve("/ap/" + path);
    }
}
