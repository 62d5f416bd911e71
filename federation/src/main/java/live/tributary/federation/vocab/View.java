// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;
import java.time.Instant;

/**
 * A PeerTube instance says how many of its people watch.
 *
 * @param viewers as it claims; not negative
 * @param expires when to forget it
 */
public record View(Envelope envelope, URI object, long viewers, Instant expires) implements Activity {}
