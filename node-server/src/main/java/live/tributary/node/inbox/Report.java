// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a moderator elsewhere tells the one here.
 *
 * @param reporter nearly always the server's own actor, which hides the person
 * @param objects of whom, and of what
 * @param content plain text, at most {@value #MAX_CONTENT} characters
 */
public record Report(URI id, String host, URI reporter, List<URI> objects, String content, Instant receivedAt) {

    static final int MAX_CONTENT = 5_000;

    public Report {
        objects = List.copyOf(objects);
    }
}
