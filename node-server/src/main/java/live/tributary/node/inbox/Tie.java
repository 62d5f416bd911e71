// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/**
 * That somebody elsewhere follows, likes, boosts or blocks something of ours.
 *
 * @param activity the address of what says so
 * @param object what it is tied to
 */
record Tie(TieKind kind, URI actor, URI activity, URI object) {}
