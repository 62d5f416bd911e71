// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;

/**
 * What is looked at now.
 *
 * @param leasedUntil when it is due again if nothing comes of it. Whoever hears something new meanwhile writes another time
 *     there: then what the look brought is not the last word
 */
record Due(URI address, Instant leasedUntil) {}
