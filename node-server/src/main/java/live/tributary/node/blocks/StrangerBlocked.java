// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.time.Instant;

/** Whoever follows what they are kept out of now has to go. Published inside the transaction. */
public record StrangerBlocked(Ground ground, Stranger stranger, Instant at) {}
