// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** A moderator keeps somebody out of a Group, or a person keeps somebody away. */
public record Block(Envelope envelope, URI object) implements Activity {}
