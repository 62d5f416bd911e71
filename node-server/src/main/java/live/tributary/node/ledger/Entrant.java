// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import live.tributary.node.directory.ListedGroup;
import live.tributary.node.directory.LiveGroup;
import live.tributary.node.fairturn.Gid;

/**
 * A team that takes part in a draw.
 *
 * @param languages at least one, at most three
 */
record Entrant(ListedGroup group, List<String> languages, List<String> tags, List<String> labels) {

    /** Of a team that does not say what is spoken (BCP 47: undetermined). */
    private static final List<String> UNDETERMINED = List.of("und");

    Entrant {
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }

    /** With what holds for its broadcast. */
    static Entrant of(LiveGroup live) {
        return new Entrant(live.group(), live.languages(), live.tags(), live.labels());
    }

    /** With what the team says of itself. */
    static Entrant of(ListedGroup group) {
        var languages = group.languages().isEmpty() ? UNDETERMINED : group.languages();
        return new Entrant(group, languages, group.tags(), group.labels());
    }

    static Map<Gid, Entrant> all(Map<Gid, LiveGroup> live) {
        return live.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
    }
}
