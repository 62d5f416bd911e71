// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.ActorType;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.following.Asked;
import live.tributary.node.following.Finder;
import live.tributary.node.following.Finder.Finding;
import live.tributary.node.inbox.StrangersText;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.kernel.TokenBuckets;
import live.tributary.node.team.Members;

/** For which teams elsewhere teams vouch: public, and taken back at any time. Safe for any thread that may block. */
public final class Vouching {

    /** Of one team. */
    public static final int MOST = 100;

    /** New ones in a calendar month (UTC), of all teams of the node: they are the same hands. */
    public static final int MOST_A_MONTH = 2;

    private static final int LONGEST_NAME = 100;

    private final TokenBuckets looks = new TokenBuckets(
            Directories.MOST_LOOKS_PER_HOUR, Directories.MOST_LOOKS_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final VouchStore store;
    private final VouchLetters letters;
    private final Finder finder;
    private final Members members;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Vouching(
            VouchStore store,
            VouchLetters letters,
            Finder finder,
            Members members,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.letters = letters;
        this.finder = finder;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of vouching. */
    public enum Outcome {
        /** It vouches, now or already. */
        DONE,
        /** What was typed is no address, or leads to nobody who is a team. */
        NO_TEAM,
        /** A team of this node: the same hands. */
        OURS,
        SILENT,
        /** The operator has blocked its server. */
        BLOCKED,
        TOO_MANY,
        /** The month's are given. */
        THIS_MONTH,
        /** The team has looked for many within the last hour. */
        TOO_OFTEN
    }

    /** The oldest first. */
    public List<TeamVouch> of(TeamId team) {
        return store.of(team);
    }

    /**
     * Vouches for a team elsewhere. Looks for it first, and blocks.
     *
     * @param actor an owner of the team
     * @param typed its address or handle
     */
    public Outcome vouch(Actor actor, TeamId team, String typed) {
        require(actor, team);
        if (!looks.tryTake(team.toString())) {
            return Outcome.TOO_OFTEN;
        }
        return switch (finder.find(typed)) {
            case Finding.Somebody(var found) ->
                found.type() == ActorType.GROUP ? transactions.execute(_ -> vouch(team, found)) : Outcome.NO_TEAM;
            case Finding.Nobody(var why) -> outcome(why);
        };
    }

    private Outcome vouch(TeamId team, RemoteActor vouched) {
        store.lock();
        var given = store.of(team);
        var now = clock.instant();
        if (given.stream().anyMatch(vouch -> vouch.actor().equals(vouched.id()))) {
            return Outcome.DONE;
        }
        if (given.size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        store.forgetEndedBefore(month(now));
        if (store.countSince(month(now)) >= MOST_A_MONTH) {
            return Outcome.THIS_MONTH;
        }
        store.add(team, vouched, StrangersText.line(vouched.displayName(), LONGEST_NAME), now);
        letters.given(team, vouched.id(), vouched.inbox());
        return Outcome.DONE;
    }

    /**
     * Takes a vouch back; false where none was given.
     *
     * @param actor an owner of the team
     */
    public boolean revoke(Actor actor, TeamId team, URI vouched) {
        require(actor, team);
        return transactions.execute(_ -> {
            var inbox = store.end(team, vouched, clock.instant());
            inbox.ifPresent(found -> letters.takenBack(team, vouched, found));
            return inbox.isPresent();
        });
    }

    private static Instant month(Instant now) {
        return now.atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
    }

    private static Outcome outcome(Asked.Why why) {
        return switch (why) {
            case NO_ADDRESS, NO_SERVER, NOBODY, NO_ACTOR_OF_ITS_OWN, TOO_MANY -> Outcome.NO_TEAM;
            case SILENT -> Outcome.SILENT;
            case BLOCKED -> Outcome.BLOCKED;
            case OURS -> Outcome.OURS;
        };
    }

    private void require(Actor actor, TeamId team) {
        if (!members.mayManage(actor, team)) {
            throw new NotAllowedException(actor, "vouch for others in the name of " + team);
        }
    }
}
