// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.util.Set;

/**
 * The operators of another node ask ours to look at something.
 *
 * @param objects an actor, and what it posted
 * @param text plain text from a stranger; empty if there is none
 */
public record Flag(Envelope envelope, Set<URI> objects, String text) implements Activity {}
