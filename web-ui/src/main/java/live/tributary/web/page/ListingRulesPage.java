// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * By which rules a directory lists teams: {@code /directory/rules}, and each version below it.
 *
 * @param newest the version that is in force
 * @param rules the first is number 1
 */
public record ListingRulesPage(
        Frame frame, int version, int newest, Instant writtenAt, List<String> rules, List<DirectoryLink> links)
        implements Page {

    public ListingRulesPage {
        rules = List.copyOf(rules);
        links = List.copyOf(links);
    }
}
