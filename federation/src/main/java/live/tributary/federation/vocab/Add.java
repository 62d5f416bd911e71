// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** Something is put into a collection. */
public record Add(Envelope envelope, Reference object, URI target) implements Activity {}
