// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.net.URI;

/** Somebody asks for the news of {@code object}. */
public record Follow(Envelope envelope, URI object) implements Activity {}
