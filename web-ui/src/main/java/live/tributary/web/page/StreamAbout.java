// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * What is said of a broadcast besides its title. Each may be empty.
 *
 * @param description plain text of several lines
 * @param language tag of BCP 47
 * @param languageName its name
 * @param tags without {@code #}
 * @param warning what viewers should know before they look
 */
public record StreamAbout(
        String description, String language, String languageName, String category, List<String> tags, String warning) {

    /** Nothing is said. */
    public static final StreamAbout NONE = new StreamAbout("", "", "", "", List.of(), "");

    /** Other sites cut what is longer. */
    private static final int LONGEST_SUMMARY = 300;

    public StreamAbout {
        tags = List.copyOf(tags);
    }

    /** Whether there is anything to show below the picture. */
    public boolean isGiven() {
        return !equals(NONE);
    }

    /** Whether viewers are to be asked before they see anything. */
    public boolean isWarned() {
        return !warning.isEmpty();
    }

    /** The beginning of the description in one line, or else something that holds for every broadcast. */
    public String summary(String otherwise) {
        if (description.isEmpty()) {
            return otherwise;
        }
        var line = description.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_SUMMARY
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUMMARY - 1)) + "…";
    }
}
