// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;

/**
 * Somebody elsewhere who follows one of our actors, or asks to.
 *
 * @param of who is followed
 * @param address the follower's own
 * @param follow the address of the Follow that asked
 * @param sharedInbox where its server takes what is for many; the inbox itself where it has no such thing
 * @param kind ActivityStreams type
 */
public record Follower(ActorId of, URI address, URI follow, URI inbox, URI sharedInbox, String kind, State state) {

    /** Whether it is one yet. */
    public enum State {
        PENDING,
        ACCEPTED
    }
}
