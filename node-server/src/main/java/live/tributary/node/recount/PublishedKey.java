// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.recount;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

import live.tributary.node.fairturn.DayKey;

/** The key of a day that is over, as a directory publishes it: from then on everybody can draw that day's pages again.
 *  @param day of UTC */
public record PublishedKey(LocalDate day, DayKey key) {

    /** Reads it; whatever else a directory says there is not looked at.
     *  @throws UnreadableException with a sentence */
    public static PublishedKey read(byte[] bytes) {
        var json = new Fields("the key", CanonicalJson.read(bytes));
        return new PublishedKey(json.parsed("day", PublishedKey::day), json.parsed("key", DayKey::parse));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
