// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.Listing;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Members;

/**
 * What teams say for directories. Whatever changes goes out with the team's Group. Safe for any thread that may block.
 */
public final class Listings {

    /** Of one team. */
    public static final int MOST_DATES = 12;

    /** Of one team. */
    public static final int MOST_SEATS = Listing.MOST_SEATS;

    /** A start is shown for so long after its moment: hardly any team is on air to the second. */
    static final Duration LATE = Duration.ofHours(1);

    private final PitchStore pitches;
    private final NoteStore notes;
    private final Leaving leaving;
    private final GroupNews news;
    private final Members members;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Listings(
            PitchStore pitches,
            NoteStore notes,
            Leaving leaving,
            GroupNews news,
            Members members,
            TransactionOperations transactions,
            InstantSource clock) {
        this.pitches = pitches;
        this.notes = notes;
        this.leaving = leaving;
        this.news = news;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Pitch pitch(TeamId team) {
        return pitches.of(team);
    }

    /** Those to come, the earliest first. */
    public List<NextDate> dates(TeamId team) {
        return notes.dates(team, clock.instant().minus(LATE));
    }

    /** Those that are still looked for, in the order in which they were added. */
    public List<WantedSeat> seats(TeamId team) {
        return notes.seats(team, clock.instant());
    }

    /** Whether the actor may say what the team says. */
    public boolean mayDecide(Actor actor, TeamId team) {
        return members.mayManage(actor, team);
    }

    /**
     * Says something else, and perhaps to somebody else. Whom a consent is taken from hears of it at once; who is to be in no
     * list leaves all that were chosen.
     *
     * @param actor an owner of the team
     */
    public void put(Actor actor, TeamId team, Pitch pitch) {
        require(actor, team);
        transactions.executeWithoutResult(_ -> {
            pitches.lock(team);
            var before = pitches.of(team);
            if (!before.equals(pitch)) {
                pitches.put(team, pitch);
                if (pitch.consent() == Consent.NONE) {
                    leaving.leaveAll(actor, team);
                }
                news.tell(team, isNarrower(before.consent(), pitch.consent()));
            }
        });
    }

    /**
     * Announces a start.
     *
     * @param actor an owner of the team
     * @param at to come, as {@link NextDate#isToCome} says
     */
    public Added addDate(Actor actor, TeamId team, Instant at, String title) {
        require(actor, team);
        return transactions.execute(_ -> {
            var now = begin(team);
            if (notes.dates(team, now.minus(LATE)).size() >= MOST_DATES) {
                return Added.TOO_MANY;
            }
            // Nothing in the Group changes: its dates have an address of their own.
            notes.add(team, new NextDate(UUID.randomUUID(), at, title, now));
            return Added.DONE;
        });
    }

    /**
     * Takes an announcement back; false where it is not there.
     *
     * @param actor an owner of the team
     */
    public boolean removeDate(Actor actor, TeamId team, UUID date) {
        require(actor, team);
        return notes.removeDate(team, date);
    }

    /**
     * Says whom the team looks for.
     *
     * @param actor an owner of the team
     */
    public Added addSeat(Actor actor, TeamId team, WantedSeat seat) {
        require(actor, team);
        return transactions.execute(_ -> {
            var now = begin(team);
            if (notes.seats(team, now).size() >= MOST_SEATS) {
                return Added.TOO_MANY;
            }
            notes.add(team, seat, now);
            news.tell(team, false);
            return Added.DONE;
        });
    }

    /**
     * Looks for somebody no more; false where that was not said.
     *
     * @param actor an owner of the team
     */
    public boolean removeSeat(Actor actor, TeamId team, UUID seat) {
        require(actor, team);
        return tell(team, () -> notes.removeSeat(team, seat));
    }

    private boolean tell(TeamId team, BooleanSupplier change) {
        return transactions.execute(_ -> {
            var changed = change.getAsBoolean();
            if (changed) {
                news.tell(team, false);
            }
            return changed;
        });
    }

    private Instant begin(TeamId team) {
        pitches.lock(team);
        var now = clock.instant();
        notes.forgetPast(now.minus(LATE));
        return now;
    }

    private static boolean isNarrower(Consent before, Consent after) {
        return after.compareTo(before) < 0;
    }

    private void require(Actor actor, TeamId team) {
        if (!mayDecide(actor, team)) {
            throw new NotAllowedException(actor, "say what " + team + " says for directories");
        }
    }
}
