// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.List;

import live.tributary.node.fairturn.Allowance;
import live.tributary.node.fairturn.Gid;

/** A live group, and all that its weight is made from.
 *  @param hands a number that all groups of the same hands share
 *  @param vouched whether the newcomer cap leaves it alone
 *  @param languages 1 to 3 BCP-47 tags, its own first
 *  @param week live hours of all groups of its hands in the last seven days (H7)
 *  @param day the same in the last 24 hours (H24) */
record Weighed(
        Gid gid,
        int hands,
        boolean vouched,
        List<String> languages,
        List<String> tags,
        List<String> labels,
        double week,
        double day) {

    Weighed {
        languages = List.copyOf(languages);
        tags = List.copyOf(tags);
        labels = List.copyOf(labels);
    }

    /** A before the newcomer cap. */
    double allowance() {
        return Allowance.ofHours(week, day);
    }
}
