// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What moderators of other servers tell the owner of this one.
 *
 * @param reports that are open, oldest first
 */
public record ReportsPage(Frame frame, TeamBadge team, Person member, List<Report> reports) implements Page {

    public ReportsPage {
        reports = List.copyOf(reports);
    }

    /**
     * One of them.
     *
     * @param words plain text, may be empty
     * @param about of whom and of what
     */
    public record Report(String id, String host, Instant at, String words, List<URI> about) {
        public Report {
            about = List.copyOf(about);
        }
    }
}
