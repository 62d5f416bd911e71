// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

import java.net.URI;
import java.time.Instant;

/**
 * One of our actors is to be followed elsewhere.
 *
 * @param target its account there
 * @param handle as people write it: {@code @name@host}
 * @param page where people read about it
 * @param leftAt since when
 */
public record Departure(URI target, String handle, URI page, Instant leftAt) {}
