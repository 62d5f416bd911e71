// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A team that is live, on one card, however many of it are on air. All cards are alike, nothing plays on one, and none
 * says how many are watching: there is no field for it.
 *
 * @param title may be empty
 * @param page where it is watched, on the team's own site
 * @param onAir names of those who are
 * @param languages by name
 * @param tags at most five
 * @param notes content labels, by name
 * @param still from this node: nothing is loaded from elsewhere
 */
public record DirectoryCard(
        ListedTeam team,
        String title,
        URI page,
        List<String> onAir,
        Instant since,
        List<String> languages,
        List<String> tags,
        List<String> notes,
        Still still) {

    public DirectoryCard {
        onAir = List.copyOf(onAir);
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        notes = List.copyOf(notes);
    }
}
