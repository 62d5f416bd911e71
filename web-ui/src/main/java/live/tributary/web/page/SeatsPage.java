// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * Teams that look for members: {@code /directory/seats}.
 *
 * @param words that were searched for in roles and topics, {@code q} in the address; may be empty
 * @param languages to choose one from, {@code lang} in the address
 * @param openings in the order of the draw
 */
public record SeatsPage(
        Frame frame,
        String words,
        List<DirectoryFilter.Choice> languages,
        List<Opening> openings,
        More more,
        List<DirectoryLink> links)
        implements Page {

    public SeatsPage {
        languages = List.copyOf(languages);
        openings = List.copyOf(openings);
        links = List.copyOf(links);
    }

    /** A team and one seat that it has open. */
    public record Opening(ListedTeam team, OpenSeat seat) {}

    /** Whether the visitor asked for something. */
    public boolean filtered() {
        return !words.isEmpty() || languages.stream().anyMatch(DirectoryFilter.Choice::chosen);
    }
}
