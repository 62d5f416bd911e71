// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Instant;

import live.tributary.node.fediverse.AnnouncedVideo;

/** What somebody wrote elsewhere, read as an answer to a broadcast. */
sealed interface Draft {

    /**
     * It is one.
     *
     * @param content HTML, sanitised
     * @param versionAt when it became what it is, as its author says
     */
    record Answer(
            URI id,
            AnnouncedVideo video,
            URI author,
            URI inReplyTo,
            String content,
            Instant published,
            Instant versionAt)
            implements Draft {}

    /**
     * It is none.
     *
     * @param because in words for the operator
     */
    record None(String because) implements Draft {}
}
