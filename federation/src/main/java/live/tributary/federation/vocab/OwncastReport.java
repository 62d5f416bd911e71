// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an Owncast server tells about its stream. Plain text, cut to what Owncast itself takes; an absent text is empty.
 *
 * @param live whether it is on air
 */
public record OwncastReport(boolean live, String serverName, String title, String description, List<String> tags) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_TAGS = 20;

    static Optional<OwncastReport> read(ObjectNode document) {
        var status = text(document, "streamStatus");
        if (!status.equals("live") && !status.equals("offline")) {
            return Optional.empty();
        }
        return Optional.of(new OwncastReport(
                status.equals("live"),
                cut(text(document, "serverName"), LONGEST_NAME),
                cut(text(document, "streamTitle"), LONGEST_TITLE),
                cut(text(document, "streamDescription"), LONGEST_DESCRIPTION),
                Fields.texts(term(document, "streamTags")).stream()
                        .map(tag -> cut(tag, LONGEST_TAG))
                        .limit(MOST_TAGS)
                        .toList()));
    }

    private static String text(ObjectNode document, String name) {
        return Fields.texts(term(document, name)).stream().findFirst().orElse("");
    }

    private static JsonNode term(ObjectNode document, String name) {
        return document.path(ActivityStreams.OWNCAST + name);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
