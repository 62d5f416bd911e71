// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;

/**
 * What a list of rules would change, before it does.
 *
 * @param unchanged rules of the list that hold already
 * @param leftOut what of the list cannot be used, each with its reason in words
 * @param list as it was pasted; sent again to apply it
 */
public record RulesImportPage(
        Frame frame,
        TeamBadge team,
        Person member,
        List<ServerRule> added,
        List<Change> changed,
        int unchanged,
        List<String> leftOut,
        String list)
        implements Page {

    public RulesImportPage {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        leftOut = List.copyOf(leftOut);
    }

    /** A rule that would become another one. */
    public record Change(ServerRule from, ServerRule to) {}
}
