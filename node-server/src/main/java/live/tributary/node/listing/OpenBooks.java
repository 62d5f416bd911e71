// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import live.tributary.node.fairturn.Gid;
import live.tributary.node.fairturn.GroupLine;
import live.tributary.node.fairturn.Snapshot;

/**
 * What a directory has published of some teams. Not for several threads.
 *
 * @param newest those of them that are in its newest snapshot; empty where there is none of these minutes
 * @param entries of its ledgers, by the team's gid
 */
record OpenBooks(Optional<Snapshot> newest, Map<String, OwnEntries> entries) {

    /** Whether there is anything from which one could see who is left out. */
    boolean isCurrent() {
        return newest.isPresent();
    }

    /** Whether the team is in the newest snapshot. */
    boolean hasDrawn(Gid team) {
        return drawn(team).isPresent();
    }

    /** Whether a team is to be in the newest snapshot that could be in one since then. */
    boolean shouldHave(Instant since) {
        return newest.filter(snapshot -> snapshot.minute().start().isAfter(since.plus(DirectoryBooks.GRACE)))
                .isPresent();
    }

    List<OwnLine> lines(Gid team) {
        var own = entries.get(team.toString());
        return own == null ? List.of(OwnLine.NOTHING) : own.lines(newest, drawn(team));
    }

    private Optional<GroupLine> drawn(Gid team) {
        return newest.flatMap(snapshot -> snapshot.lines().stream()
                .filter(line -> line.gid().equals(team))
                .findFirst());
    }
}
