// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * All teams of a directory, for its owner: {@code /directory/desk}.
 *
 * @param words that were searched for; may be empty
 * @param count of all that were found
 * @param repeating who may show reruns, whatever was searched for
 * @param appeals that wait for an answer
 * @param typed into the form that names a team; may be empty
 * @param notice why a team that was named is not listed, in words; may be empty
 */
public record DeskTeamsPage(
        Frame frame,
        String words,
        int count,
        List<KeptTeam> teams,
        More more,
        List<KeptTeam> repeating,
        int appeals,
        String typed,
        String notice,
        FormErrors errors)
        implements Page {

    public DeskTeamsPage {
        teams = List.copyOf(teams);
        repeating = List.copyOf(repeating);
    }
}
