// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A listed team that is on air, as this node has seen itself. One, however many of the team are.
 *
 * @param title of the broadcast, may be empty
 * @param page where it is watched, on the team's own server
 * @param onAir names of those of the team who are
 * @param since when it began, as its origin says
 * @param languages at least one, at most three
 * @param labels of the team and of the broadcast
 * @param blocks whose machines the media comes from
 */
public record LiveGroup(
        ListedGroup group,
        URI video,
        String title,
        URI page,
        List<String> onAir,
        Instant since,
        List<String> languages,
        List<String> tags,
        List<String> labels,
        Set<AddressBlock> blocks) {

    public LiveGroup {
        onAir = List.copyOf(onAir);
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
        blocks = Set.copyOf(blocks);
    }

    /** The same, where it is not sure whose those machines are. */
    LiveGroup withoutBlocks() {
        return new LiveGroup(group, video, title, page, onAir, since, languages, tags, labels, Set.of());
    }

    /** The same, with all who are on air. */
    LiveGroup with(List<String> names) {
        return new LiveGroup(group, video, title, page, names, since, languages, tags, labels, blocks);
    }
}
