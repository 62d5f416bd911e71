// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Instant;

/**
 * A request to an inbox that was refused.
 *
 * @param source network address of who sent it
 * @param because in words for the operator, with the host that it names
 */
public record Refusal(Instant at, String source, int status, String because) {}
