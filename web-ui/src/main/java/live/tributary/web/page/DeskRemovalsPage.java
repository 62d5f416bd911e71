// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/**
 * Whom a directory took off, for its owner: {@code /directory/desk/removals}.
 *
 * @param removals those that wait for an answer first, then the newest
 * @param appeals that wait for an answer
 */
public record DeskRemovalsPage(Frame frame, List<Row> removals, int appeals) implements Page {

    public DeskRemovalsPage {
        removals = List.copyOf(removals);
    }

    /**
     * One removal.
     *
     * @param path of its page
     * @param name of the team, or of its server
     * @param standing what was done last
     */
    public record Row(String path, String name, String host, int rule, Instant at, Statement.Kind standing) {}
}
