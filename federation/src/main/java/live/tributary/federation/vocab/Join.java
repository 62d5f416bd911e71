// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** A team asks to become a member of a ring. */
public record Join(Envelope envelope, URI object) implements Activity {}
