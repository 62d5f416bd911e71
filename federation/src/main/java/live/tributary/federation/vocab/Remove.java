// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** Something is taken out of a collection. */
public record Remove(Envelope envelope, Reference object, URI target) implements Activity {}
