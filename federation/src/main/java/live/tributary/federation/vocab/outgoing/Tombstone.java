// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;

/**
 * What is left of something deleted.
 *
 * @param formerType what it was: {@code Video}
 */
public record Tombstone(URI object, String formerType, Instant deleted) {}
