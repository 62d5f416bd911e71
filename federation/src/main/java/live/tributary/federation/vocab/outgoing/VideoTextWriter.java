// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

/** The words of a broadcast, and what it is found by. */
final class VideoTextWriter {

    /** PeerTube refuses a Video whose name is shorter or longer, in characters. */
    private static final int SHORTEST_TITLE = 3;

    private static final int LONGEST_TITLE = 120;

    private VideoTextWriter() {}

    /** A title that PeerTube takes: a shorter one is put into quotation marks, a longer one is cut. */
    static String title(String title) {
        var length = title.codePointCount(0, title.length());
        if (length < SHORTEST_TITLE) {
            return "“%s”".formatted(title);
        }
        return length <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    static void write(ObjectNode body, Video video) {
        warning(body, video.text().warning());
        description(body, video.text().description());
        facets(body, video.facets());
    }

    static void warning(ObjectNode body, ContentWarning warning) {
        body.put("sensitive", warning.sensitive());
        if (!warning.reason().isEmpty()) {
            body.put("summary", warning.reason());
        }
    }

    /** Left out when there is none: PeerTube refuses content of fewer than three characters. */
    private static void description(ObjectNode body, Description description) {
        if (description.html().isEmpty()) {
            return;
        }
        body.put("mediaType", "text/html").put("content", description.html());
        body.putObject("source").put("content", description.markdown()).put("mediaType", "text/markdown");
    }

    private static void facets(ObjectNode body, VideoFacets facets) {
        if (!facets.category().equals(Category.UNSAID)) {
            body.set(
                    "category",
                    identified(
                            Integer.toString(facets.category().number()),
                            facets.category().name()));
        }
        if (!facets.language().equals(Language.UNSAID)) {
            body.set(
                    "language",
                    identified(facets.language().tag(), facets.language().name()));
        }
        body.putArray("subtitleLanguage");
        body.set("tag", Wire.hashtags(facets.hashtags()));
    }

    private static ObjectNode identified(String identifier, String name) {
        return Wire.object().put("identifier", identifier).put("name", name);
    }
}
