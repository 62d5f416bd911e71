// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;

/**
 * A ring of a team, with its own split of lanes. The three percentages add up to 100.
 *
 * @param ring the address of the ring's actor
 */
public record RingShare(URI ring, String name, int ringPercent, int neighbourPercent, int openPercent) {}
