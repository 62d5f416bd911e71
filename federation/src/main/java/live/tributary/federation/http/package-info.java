// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The one way out: every byte of another server enters through {@link live.tributary.federation.http.GuardedClient}, which
 * knows where it may not go, how long it waits and how much it takes.
 */
@NullMarked
package live.tributary.federation.http;

import org.jspecify.annotations.NullMarked;
