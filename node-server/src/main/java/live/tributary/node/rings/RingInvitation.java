// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Instant;

import live.tributary.node.kernel.TeamId;

/**
 * Somebody wants a team of this node in a ring.
 *
 * @param inviter address of a team that says it is a member: it is shown when the ring says so, too
 */
public record RingInvitation(TeamId team, URI ring, URI inviter, Instant at) {}
