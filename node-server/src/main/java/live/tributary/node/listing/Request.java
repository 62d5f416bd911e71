// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import live.tributary.node.kernel.TeamId;

/**
 * What a team asked of a directory, and what it was answered.
 *
 * @param invite the newest activity that asked
 * @param statement where the directory gives its reasons, for the team alone; empty where it names no such place
 * @param since when it has stood like this
 * @param arrival place of the answer among all that came; 0 where none did
 */
record Request(
        TeamId team,
        URI actor,
        URI inbox,
        URI page,
        UUID invite,
        Instant askedAt,
        Reply reply,
        String said,
        String statement,
        Instant since,
        long arrival) {

    /** The newest answer. */
    enum Reply {
        NONE,
        LISTED,
        REFUSED,
        REMOVED
    }

    Request answered(Reply answer, String words, String where, Instant at, long place) {
        return new Request(team, actor, inbox, page, invite, askedAt, answer, words, where, at, place);
    }

    /** As the team sees it. */
    ChosenDirectory seenAt(Instant now) {
        return new ChosenDirectory(actor, page, standing(now), since, said, statement);
    }

    private Standing standing(Instant now) {
        return switch (reply) {
            case NONE -> askedAt.plus(Directories.PATIENCE).isAfter(now) ? Standing.ASKED : Standing.UNANSWERED;
            case LISTED -> Standing.LISTED;
            case REFUSED -> Standing.REFUSED;
            case REMOVED -> Standing.REMOVED;
        };
    }
}
