// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.domains.DomainPolicies;
import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/**
 * Answers to broadcasts, written elsewhere. Those that are shown are passed on to the followers of the team, too (FEP-1b12).
 * Safe for any thread that may block.
 */
public final class Replies {

    /** The most that a page shows. */
    public static final int MOST_SHOWN = 200;

    /** Whoever changes an answer again and again does not make us tell everybody each time. */
    static final Duration BETWEEN_ANNOUNCES = Duration.ofMinutes(5);

    /** So many at once, and so many more in each hour: never more than twenty within one. */
    private static final int ANNOUNCES_OF_ONE_AUTHOR = 10;

    private final ReplyStore store;
    private final Actors actors;
    private final TeamRules rules;
    private final DomainPolicies policies;
    private final Mail mail;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final TokenBuckets announces;

    Replies(
            ReplyStore store,
            Actors actors,
            TeamRules rules,
            DomainPolicies policies,
            Mail mail,
            TransactionOperations transactions,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.store = store;
        this.actors = actors;
        this.rules = rules;
        this.policies = policies;
        this.mail = mail;
        this.transactions = transactions;
        this.clock = clock;
        this.announces =
                new TokenBuckets(ANNOUNCES_OF_ONE_AUTHOR, ANNOUNCES_OF_ONE_AUTHOR, Duration.ofHours(1), nanoTime);
    }

    /** What everybody may see, in the order in which it was written.
     *  @param video the broadcast's Video */
    public List<Reply> shown(UUID video) {
        return store.of(video, ReplyState.SHOWN, MOST_SHOWN);
    }

    /** What waits for a decision, the oldest first.
     *  @param actor an owner of the team */
    public List<Reply> waiting(Actor actor, TeamId team) {
        rules.require(actor, team, "read what waits for the team");
        return store.waiting(team, MOST_SHOWN);
    }

    /** Shows an answer, or hides it; false where there is none.
     *  @param actor an owner of the team */
    public boolean decide(Actor actor, URI reply, ReplyState state) {
        return transactions.execute(_ -> store.kept(reply)
                .map(kept -> {
                    rules.require(actor, kept.team(), "decide about an answer");
                    store.decide(reply, state);
                    if (state == ReplyState.SHOWN && kept.state() != ReplyState.SHOWN && kept.mayPassOn()) {
                        announce(kept.team(), kept.activity());
                        store.announced(reply, clock.instant());
                    }
                    return true;
                })
                .orElse(false));
    }

    /** Takes part in the caller's transaction, which has locked the author. */
    String write(Received received, Draft.Answer answer, Said said) {
        if (store.wasDeleted(answer.id())) {
            return "it was deleted before it came";
        }
        var group = group(answer);
        var state = startsAs(group, answer);
        if (!store.put(answer, group.team(), state, said, said.mayPassOn(received.trust()), clock.instant())) {
            return "a newer version is known";
        }
        var kept = store.kept(answer.id()).orElseThrow();
        if (kept.state() != ReplyState.SHOWN) {
            return "kept, and not shown";
        }
        if (kept.mayPassOn()
                && !isTooSoon(kept)
                && announces.tryTake(answer.author().toString())) {
            mail.announce(group, said.activity());
            store.announced(answer.id(), clock.instant());
        }
        return "shown";
    }

    private boolean isTooSoon(ReplyStore.Kept kept) {
        return kept.announcedAt().plus(BETWEEN_ANNOUNCES).isAfter(clock.instant());
    }

    /** Takes part in the caller's transaction, which has locked whoever deletes. */
    String delete(Received received, Matter.Deleted deleted) {
        var kept = store.kept(deleted.object());
        store.delete(deleted.object(), clock.instant());
        // Whoever was told of it is told this too, also where the team has hidden it since; nobody else.
        kept.filter(reply -> reply.wasAnnounced() && deleted.said().mayPassOn(received.trust()))
                .ifPresent(reply -> announce(reply.team(), deleted.said().activity()));
        return kept.isPresent() ? "an answer was deleted" : "noted, in case that it comes";
    }

    private ReplyState startsAs(LocalActor.Group group, Draft.Answer answer) {
        boolean waits = rules.of(group).approveReplies()
                || policies.standing(answer.author().getHost()).limited();
        return waits ? ReplyState.WAITING : ReplyState.SHOWN;
    }

    private void announce(TeamId team, ObjectNode activity) {
        actors.group(team).ifPresent(group -> mail.announce(group, activity));
    }

    private LocalActor.Group group(Draft.Answer answer) {
        return switch (actors.find(answer.video().group())) {
            case ActorLookup.Known(LocalActor.Group group) -> group;
            case ActorLookup.Gone(LocalActor.Group group, var _) -> group;
            case ActorLookup lookup ->
                throw new IllegalStateException("the team of broadcast %s is %s"
                        .formatted(answer.video().id(), lookup));
        };
    }
}
