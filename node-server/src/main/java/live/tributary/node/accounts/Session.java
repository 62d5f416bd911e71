// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.accounts;

import java.time.Instant;

/** One browser in which somebody is logged in.
 *  @param lastUsedAt to a few minutes */
public record Session(LoginSessionId id, Account account, Instant createdAt, Instant lastUsedAt) {}
