// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.util.Set;

/** Teams that often do not come when they said so, as each page wants to know them. Written by one thread, read by any. */
final class Absentees {

    private volatile Set<URI> known = Set.of();

    void are(Set<URI> teams) {
        known = Set.copyOf(teams);
    }

    boolean include(URI team) {
        return known.contains(team);
    }
}
