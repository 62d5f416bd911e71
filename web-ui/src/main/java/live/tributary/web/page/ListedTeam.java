// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.net.URI;

/**
 * A team as a directory lists it.
 *
 * @param name as the team wrote it
 * @param host name of the server it is on
 * @param page its own site: whatever a directory shows of a team leads there
 * @param hue colour of its mark, 0–359 degrees
 */
public record ListedTeam(String name, String host, URI page, int hue) {

    /** Up to two letters that stand for its mark. */
    public String mark() {
        return Initials.of(name);
    }
}
