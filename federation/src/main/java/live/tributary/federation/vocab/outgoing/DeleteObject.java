// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** A broadcast is taken back. */
public record DeleteObject(URI id, URI actor, Tombstone tombstone, Audience audience) implements Outgoing {}
