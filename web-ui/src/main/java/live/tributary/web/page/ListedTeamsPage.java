// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * All teams that a directory lists, live or not: {@code /directory/teams}.
 *
 * @param words that were searched for, {@code q} in the address; may be empty
 * @param count of all that were found
 */
public record ListedTeamsPage(
        Frame frame, String words, int count, List<Entry> teams, More more, List<DirectoryLink> links) implements Page {

    public ListedTeamsPage {
        teams = List.copyOf(teams);
        links = List.copyOf(links);
    }

    /**
     * A team.
     *
     * @param promise in one line, may be empty
     * @param languages by name
     * @param live whether it is on air now
     */
    public record Entry(ListedTeam team, String promise, List<String> languages, List<String> tags, boolean live) {

        public Entry {
            languages = List.copyOf(languages);
            tags = List.copyOf(tags);
        }
    }
}
