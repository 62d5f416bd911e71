// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.TeamId;

/**
 * Whose viewers are to be carried on.
 *
 * @param actor address of the team's Group
 * @param video address of the broadcast
 * @param languages of the team, may be empty
 * @param tags at most five
 * @param labels what its viewers have agreed to see
 */
record Source(
        LocalActor.Group group,
        URI actor,
        ChannelId channel,
        UUID videoId,
        URI video,
        List<String> languages,
        List<String> tags,
        List<String> labels) {

    Source {
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }

    TeamId team() {
        return group.team();
    }

    /** Whether its viewers can follow what is spoken there; what is not said stands in nobody's way. */
    boolean sharesALanguage(Prospect prospect) {
        return languages.isEmpty()
                || prospect.languages().isEmpty()
                || languages.stream()
                        .map(Source::primary)
                        .anyMatch(spoken -> prospect.languages().stream()
                                .map(Source::primary)
                                .anyMatch(spoken::equals));
    }

    /** Whether nothing is shown there that was not agreed to here. */
    boolean hasNothingMoreMarked(Prospect prospect) {
        return labels.containsAll(prospect.labels());
    }

    private static String primary(String tag) {
        return tag.replaceFirst("-.*", "");
    }
}
