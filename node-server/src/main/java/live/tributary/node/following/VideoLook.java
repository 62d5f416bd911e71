// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.http.Budget;
import live.tributary.federation.vocab.ObjectReader;
import live.tributary.federation.vocab.RemoteVideo;
import live.tributary.node.inbox.Originals;
import live.tributary.node.inbox.Originals.Original;
import live.tributary.node.inbox.People;
import live.tributary.node.kernel.Actor;

/** Looks a broadcast up where it is from. Blocks; no transaction may be open. */
final class VideoLook {

    static final int MOST_TRIES = 3;

    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(2);

    private final Originals originals;
    private final Acquaintances acquaintances;
    private final FolloweeStore followees;
    private final StreamStore streams;
    private final HintStore hints;
    private final Streams kept;
    private final People people;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    VideoLook(
            Originals originals,
            Acquaintances acquaintances,
            FolloweeStore followees,
            StreamStore streams,
            HintStore hints,
            Streams kept,
            People people,
            TransactionOperations transactions,
            InstantSource clock) {
        this.originals = originals;
        this.acquaintances = acquaintances;
        this.followees = followees;
        this.streams = streams;
        this.hints = hints;
        this.kept = kept;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    void look(Due due) {
        var began = clock.instant();
        if (acquaintances.isShunned(due.address())) {
            forget(due);
            return;
        }
        var budget = Budget.ofOneActivity();
        switch (originals.at(due.address(), budget)) {
            case Original.There(var document) -> read(due, began, document, budget);
            case Original.Gone(), Original.Unfit _ -> forget(due);
            case Original.Missing(), Original.NotNow _ -> later(due);
        }
    }

    private void read(Due due, Instant began, ObjectNode document, Budget budget) {
        var video = ObjectReader.read(document)
                .filter(RemoteVideo.class::isInstance)
                .map(RemoteVideo.class::cast)
                .filter(Streams::isBroadcast);
        var team = video.flatMap(Streams::team);
        if (team.isEmpty()) {
            forget(due);
            return;
        }
        meet(team.get(), budget);
        transactions.executeWithoutResult(_ -> keep(due, began, video.get(), team.get()));
    }

    private void keep(Due due, Instant began, RemoteVideo video, URI team) {
        var id = due.address();
        var mentioned = followees.hold(Stream.concat(hints.followees(id).stream(), kept.makers(video).stream())
                .distinct()
                .toList());
        // Where neither is left it was deleted while it was fetched, or nobody here wants to see it any more.
        boolean isAwaited = hints.isUnderWay(id);
        boolean isKnown = streams.lock(id).isPresent();
        if (isAwaited || isKnown) {
            kept.takeFetched(video, team, began, due);
            mentioned.forEach(followee -> kept.mention(id, followee));
            if (hints.answer(due, mentioned)) {
                streams.lookAt(id, began);
            }
        }
    }

    /** So that it has a name on the card. */
    private void meet(URI team, Budget budget) {
        if (!people.knows(team)
                && acquaintances.at(team, budget) instanceof Acquaintances.Meeting.With(var actor)
                && actor.id().equals(team)) {
            people.meet(Actor.SYSTEM, actor);
        }
    }

    /** It is deleted, or no broadcast. */
    private void forget(Due due) {
        transactions.executeWithoutResult(_ -> {
            hints.drop(due);
            streams.drop(due);
        });
    }

    /** What says itself until when it is to be believed is not asked again; the rest is, until it is not shown any more. */
    private void later(Due due) {
        var now = clock.instant();
        hints.later(due, now.plus(BETWEEN_TRIES));
        var next = streams.find(due.address())
                .filter(sight -> !sight.isCounted() && sight.believedUntil().isAfter(Belief.oldestShown(now)))
                .map(_ -> now.plus(Belief.BEFORE_ANOTHER_TRY));
        streams.lookAgain(due, next.orElse(null));
    }
}
