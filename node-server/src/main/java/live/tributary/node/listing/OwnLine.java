// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.Duration;

import live.tributary.node.broadcast.Language;

/**
 * What a directory has written down about a team in one language, over the last {@link DirectoryBooks#DAYS} days.
 *
 * @param liveMinutes of the team
 * @param due exposure that was due to it
 * @param received exposure that it got
 * @param newcomer whether its weight is less because nobody vouches for it; as it was when it was last on air
 * @param allowance whether its weight is less because of its many hours; likewise
 */
public record OwnLine(
        Language language, int liveMinutes, double due, double received, boolean newcomer, boolean allowance) {

    /** Of a team of which nothing is written down yet. */
    public static final OwnLine NOTHING = new OwnLine(Language.NONE, 0, 0, 0, false, false);

    /** Of all that is looked at. */
    static final int MOST_MINUTES = (int) Duration.ofDays(DirectoryBooks.DAYS).toMinutes();

    private static final int MINUTES_PER_HOUR = 60;
    private static final int FAIR_SHARE = 100;

    /** More is no news for people, and a stranger could write any number. */
    private static final int MOST_PERCENT = 9_999;

    /** Begun hours are not counted. */
    public int liveHours() {
        return liveMinutes / MINUTES_PER_HOUR;
    }

    /** What it got, of what was due to it, {@value #MOST_PERCENT} at most; 100 where nothing was due. */
    public int sharePercent() {
        return due <= 0 ? FAIR_SHARE : (int) Math.min(MOST_PERCENT, Math.round(FAIR_SHARE * received / due));
    }
}
