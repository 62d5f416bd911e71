// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.ActivityStreams;

/**
 * What Owncast wants to know of a stream, in members named by their whole IRI. It cuts what is longer than it takes; we
 * cut before.
 */
final class OwncastTerms {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_TAGS = 20;

    private OwncastTerms() {}

    static void write(ObjectNode body, StreamNews news) {
        switch (news) {
            case StreamNews.Live(var teamName, var video) -> live(body, teamName, video);
            case StreamNews.Offline(var teamName) -> status(body, "offline", teamName);
            case StreamNews.None() -> {}
        }
    }

    private static void live(ObjectNode body, String teamName, Video video) {
        status(body, "live", teamName);
        body.put(term("streamTitle"), cut(video.text().title(), LONGEST_TITLE));
        var description = video.text().description().markdown();
        if (!description.isEmpty()) {
            body.put(term("streamDescription"), cut(description, LONGEST_DESCRIPTION));
        }
        // There is no term that says what a picture is marked with.
        if (!video.text().warning().sensitive()) {
            body.put(
                    term("thumbnailUrl"),
                    video.pages().thumbnails().getFirst().url().toString());
        }
        var tags = video.facets().hashtags().stream()
                .map(hashtag -> cut(hashtag.name(), LONGEST_TAG))
                .limit(MOST_TAGS)
                .toList();
        body.set(term("streamTags"), Wire.texts(tags));
    }

    private static void status(ObjectNode body, String status, String teamName) {
        body.put(term("streamStatus"), status).put(term("serverName"), cut(teamName, LONGEST_NAME));
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }

    private static String term(String name) {
        return ActivityStreams.OWNCAST + name;
    }
}
