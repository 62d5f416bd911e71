// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A broadcast as its own document says.
 *
 * @param title may be empty
 * @param by whoever is on air, by name; empty where nobody says
 * @param page where it is watched, on the team's own server
 * @param languages one, or none where it says none
 * @param readAt when that was read
 */
record BroadcastFacts(
        String title,
        String by,
        URI page,
        URI playlist,
        Instant since,
        List<String> languages,
        List<String> tags,
        List<String> labels,
        Instant readAt) {

    BroadcastFacts {
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }
}
