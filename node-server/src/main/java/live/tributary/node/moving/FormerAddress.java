// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

import java.net.URI;
import java.time.Instant;

/**
 * An account elsewhere that one of our actors says is its own, too.
 *
 * @param handle as people write it: {@code @name@host}
 * @param movedHere whether the account said, when it was looked at, that it has moved here
 * @param lookedAt the last time
 */
public record FormerAddress(URI address, String handle, boolean movedHere, Instant lookedAt) {}
