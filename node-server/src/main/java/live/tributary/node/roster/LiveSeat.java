// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.roster;

import java.time.Instant;

/**
 * A member who can be watched now.
 *
 * @param since when viewers had the first picture
 */
public record LiveSeat(Seat seat, String title, Instant since) {}
