// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.transaction.support.TransactionOperations;

import live.tributary.federation.vocab.ActorLink;
import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.kernel.TokenBuckets;
import live.tributary.node.listing.Request.Reply;
import live.tributary.node.team.Members;

/**
 * The directories that teams choose. The team's Group names each of them from then on. Safe for any thread that may block.
 */
public final class Directories {

    /** Of one team: each of them gets all the news of it. */
    public static final int MOST = 10;

    /** A directory may be looked after by people, who sleep. */
    static final Duration PATIENCE = Duration.ofDays(1);

    /** Who presses the button again has not waited. */
    static final Duration BETWEEN_REQUESTS = Duration.ofHours(1);

    /** Of one directory by one team, which may leave it and choose it in turns. */
    static final int MOST_ASKS_PER_HOUR = 3;

    /** Of one team: each look asks strangers up to a dozen times. */
    static final int MOST_LOOKS_PER_HOUR = 60;

    private final TokenBuckets asks =
            new TokenBuckets(MOST_ASKS_PER_HOUR, MOST_ASKS_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final TokenBuckets looks =
            new TokenBuckets(MOST_LOOKS_PER_HOUR, MOST_LOOKS_PER_HOUR, Duration.ofHours(1), System::nanoTime);
    private final RequestStore store;
    private final PitchStore pitches;
    private final DirectoryFinder finder;
    private final Invitations invitations;
    private final GroupNews news;
    private final Leaving leaving;
    private final Actors actors;
    private final Members members;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Directories(
            RequestStore store,
            PitchStore pitches,
            DirectoryFinder finder,
            Invitations invitations,
            GroupNews news,
            Leaving leaving,
            Actors actors,
            Members members,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.pitches = pitches;
        this.finder = finder;
        this.invitations = invitations;
        this.news = news;
        this.leaving = leaving;
        this.actors = actors;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the order in which they were asked. */
    public List<ChosenDirectory> of(TeamId team) {
        var now = clock.instant();
        return store.of(team).stream().map(request -> request.seenAt(now)).toList();
    }

    /**
     * Asks a directory to list the team; once more, where it said no before or has not answered for long. Who says that nobody
     * may list it asks nobody: that is said first. Looks for the directory first, and blocks.
     *
     * @param actor an owner of the team
     * @param typed the name of a server, or an address there
     */
    public Choice choose(Actor actor, TeamId team, String typed) {
        require(actor, team);
        return hindrance(team)
                .or(() -> take(looks, team.toString()))
                .<Choice>map(Choice.Not::new)
                .orElseGet(() -> find(team, typed));
    }

    private Choice find(TeamId team, String typed) {
        return switch (finder.find(typed)) {
            case DirectoryFinder.Found.Directory(var directory) -> transactions.execute(_ -> choose(team, directory));
            case DirectoryFinder.Found.Nothing(var why) -> new Choice.Not(why);
        };
    }

    private Optional<Choice.Why> hindrance(TeamId team) {
        var pitch = pitches.of(team);
        if (pitch.consent() == Consent.NONE) {
            return Optional.of(pitch.isEnough() ? Choice.Why.NOT_TO_BE_LISTED : Choice.Why.TOO_LITTLE_SAID);
        }
        return pitch.isEnough() ? Optional.empty() : Optional.of(Choice.Why.TOO_LITTLE_SAID);
    }

    private static Optional<Choice.Why> take(TokenBuckets buckets, String name) {
        return buckets.tryTake(name) ? Optional.empty() : Optional.of(Choice.Why.TOO_OFTEN);
    }

    /** Looks at the consent again: another owner may have taken it back while the directory was looked for. */
    private Choice choose(TeamId team, RemoteActor directory) {
        pitches.lock(team);
        return hindrance(team).<Choice>map(Choice.Not::new).orElseGet(() -> askIfNew(team, directory));
    }

    private Choice askIfNew(TeamId team, RemoteActor directory) {
        var all = store.of(team);
        var known = all.stream()
                .filter(request -> request.actor().equals(directory.id()))
                .findFirst();
        if (known.isEmpty() && all.size() >= MOST) {
            return new Choice.Not(Choice.Why.TOO_MANY);
        }
        if (known.isPresent() && !mayAskAgain(known)) {
            return new Choice.Done(directory.id());
        }
        return take(asks, team + " " + directory.id())
                .<Choice>map(Choice.Not::new)
                .orElseGet(() -> ask(team, directory, clock.instant()));
    }

    private boolean mayAskAgain(Optional<Request> known) {
        return known.filter(request -> request.reply() != Reply.LISTED)
                .filter(request -> request.askedAt().isBefore(clock.instant().minus(BETWEEN_REQUESTS)))
                .isPresent();
    }

    private Choice ask(TeamId team, RemoteActor directory, Instant now) {
        var page = directory.link(ActorLink.PAGE).orElse(directory.id());
        actors.group(team).ifPresent(group -> {
            // The directory of this node reads the team's document by itself, and sends nothing.
            boolean ours = invitations.isOurs(directory);
            var invite = ours ? UUID.randomUUID() : invitations.send(group, directory);
            var reply = ours ? Reply.LISTED : Reply.NONE;
            store.put(new Request(team, directory.id(), directory.inbox(), page, invite, now, reply, "", "", now, 0));
            news.tell(team, false);
        });
        return new Choice.Done(directory.id());
    }

    /**
     * Wants to be listed there no more; false where that was not wanted. The directory is told at once.
     *
     * @param actor an owner of the team
     */
    public boolean leave(Actor actor, TeamId team, URI directory) {
        require(actor, team);
        return transactions.execute(_ -> {
            pitches.lock(team);
            var left = leaving.leave(actor, team, directory);
            if (left) {
                news.tell(team, true);
            }
            return left;
        });
    }

    private void require(Actor actor, TeamId team) {
        if (!members.mayManage(actor, team)) {
            throw new NotAllowedException(actor, "choose directories for " + team);
        }
    }
}
