// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** Somebody likes something. */
public record Like(Envelope envelope, URI object) implements Activity {}
