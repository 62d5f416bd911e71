// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The words of ActivityStreams 2.0 as a node hears them: activities, actors and objects as records, read from plain
 * JSON with the tolerance that the Fediverse needs. What a node says itself is in {@code outgoing}.
 */
@NullMarked
package live.tributary.federation.vocab;

import org.jspecify.annotations.NullMarked;
