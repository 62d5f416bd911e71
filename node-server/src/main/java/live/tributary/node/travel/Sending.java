// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;

import live.tributary.federation.vocab.HandoffKind;

/**
 * Where viewers of a team went.
 *
 * @param name of the team that took them in
 * @param page where it is watched
 * @param sent tickets that were given out
 * @param arrived what that team says it counted; -1 while it has not said
 */
public record Sending(HandoffKind kind, String name, URI page, int sent, int arrived, Instant at) {

    /** Whether the team over there has said how many came. */
    public boolean isReceipted() {
        return arrived >= 0;
    }
}
