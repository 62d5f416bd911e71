// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** An actor has moved (FEP-7628): {@code target} must say the same of {@code object}. */
public record Move(Envelope envelope, URI object, URI target) implements Activity {}
