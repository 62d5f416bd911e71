// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;

/**
 * Which draw a page of a directory shows. With scripts a page throws its own dice, {@code n} in the address, and asks for
 * its cards with them; without, all see the draw of the house. {@code at} is the minute of the snapshot: it stays the same
 * while somebody looks around.
 *
 * @param minute of the snapshot in UTC, such as {@code 2026-11-22T19:04Z}
 * @param nonce 32 hexadecimal digits; zeros for the draw of the house
 * @param asked whether the address named a nonce; if not, the cards are only for those without scripts
 * @param number that stands for it, such as {@code 7f3a·1904}
 * @param checkPath where it is checked, with all that needs, such as {@code /directory/draw?at=…&n=…}
 */
public record DirectoryDraw(String minute, String nonce, boolean asked, String number, String checkPath) {

    /** The minute of the snapshot. */
    public Instant at() {
        return Instant.parse(minute.replace("Z", ":00Z"));
    }

    /** Whether this is the draw of the house. */
    public boolean ofTheHouse() {
        return nonce.chars().allMatch(digit -> digit == '0');
    }
}
