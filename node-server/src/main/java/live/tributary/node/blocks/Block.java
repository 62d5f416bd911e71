// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.time.Instant;

/**
 * That somebody is kept out.
 *
 * @param ground out of what
 */
public record Block(Ground ground, Stranger stranger, Instant at) {}
