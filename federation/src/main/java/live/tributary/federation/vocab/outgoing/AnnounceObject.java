// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;

/** A team or the node points at a broadcast by its address, which everybody understands; readers look it up. */
public record AnnounceObject(URI id, URI actor, URI object, Instant published, Audience audience) implements Outgoing {}
