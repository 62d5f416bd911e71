// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.util.List;
import java.util.Locale;

/**
 * What is said of a broadcast besides its title. A channel keeps it for the next one.
 *
 * @param tags at most five, in the order in which they were given; letters of either case are the same
 */
public record About(Description description, Language language, Category category, List<Tag> tags, Warning warning) {

    /** PeerTube takes no more. */
    public static final int MOST_TAGS = 5;

    /** Nothing is said. */
    public static final About NONE = new About(Description.NONE, Language.NONE, Category.NONE, List.of(), Warning.NONE);

    public About {
        tags = List.copyOf(tags);
        if (!fit(tags)) {
            throw new IllegalArgumentException("too many tags, or one of them twice");
        }
    }

    /** Whether one broadcast may have all of them. */
    public static boolean fit(List<Tag> tags) {
        var different = tags.stream()
                .map(tag -> tag.value().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return tags.size() <= MOST_TAGS && different == tags.size();
    }
}
