// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** Somebody does not like something. */
public record Dislike(Envelope envelope, URI object) implements Activity {}
