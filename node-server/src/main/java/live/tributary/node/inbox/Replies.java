// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.node.blocks.Blocks;
import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Grounds;
import live.tributary.node.blocks.Screen;
import live.tributary.node.domains.DomainPolicies;
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

    /** How often as many are looked through, where those whom a member keeps out have written most of them. */
    private static final int MOST_PAGES = 25;

    /** Whoever changes an answer again and again does not make us tell everybody each time. */
    static final Duration BETWEEN_ANNOUNCES = Duration.ofMinutes(5);

    private final ReplyStore store;
    private final KnownActorStore locks;
    private final ShownVideos videos;
    private final Actors actors;
    private final Blocks blocks;
    private final Grounds grounds;
    private final TeamRules rules;
    private final DomainPolicies policies;
    private final Mail mail;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final PassingOn pace;

    Replies(
            ReplyStore store,
            KnownActorStore locks,
            ShownVideos videos,
            Actors actors,
            Blocks blocks,
            Grounds grounds,
            TeamRules rules,
            DomainPolicies policies,
            Mail mail,
            TransactionOperations transactions,
            InstantSource clock,
            PassingOn pace) {
        this.store = store;
        this.locks = locks;
        this.videos = videos;
        this.actors = actors;
        this.blocks = blocks;
        this.grounds = grounds;
        this.rules = rules;
        this.policies = policies;
        this.mail = mail;
        this.transactions = transactions;
        this.clock = clock;
        this.pace = pace;
    }

    /** What everybody may see, in the order in which it was written.
     *  @param video the broadcast's Video */
    public List<Reply> shown(UUID video) {
        return store.of(video, ReplyState.SHOWN, screen(video), MOST_SHOWN);
    }

    /** An answer to a broadcast of the team, shown or not. */
    public Optional<Reply> find(URI reply, TeamId team) {
        return store.kept(reply).filter(kept -> kept.team().equals(team)).flatMap(_ -> store.find(reply));
    }

    /** What waits for a decision, the oldest first.
     *  @param actor an owner of the team */
    public List<Reply> waiting(Actor actor, TeamId team) {
        rules.require(actor, team, "read what waits for the team");
        var screen = blocks.screen(new Ground.OfTeam(team));
        return seen(page -> store.waiting(team, screen, MOST_SHOWN, page * MOST_SHOWN));
    }

    /** What the team has hidden, the latest first.
     *  @param actor an owner of the team */
    public List<Reply> hidden(Actor actor, TeamId team) {
        rules.require(actor, team, "read what the team has hidden");
        var screen = blocks.screen(new Ground.OfTeam(team));
        return seen(page -> store.hidden(team, screen, MOST_SHOWN, page * MOST_SHOWN));
    }

    /** Shows an answer, or hides it; false where there is none.
     *  @param actor an owner of the team */
    public boolean decide(Actor actor, URI reply, ReplyState state) {
        return transactions.execute(_ -> {
            var found = store.kept(reply);
            found.ifPresent(kept -> {
                rules.require(actor, kept.team(), "decide about an answer");
                locks.lock(kept.author());
            });
            // Whoever wrote it may have changed or deleted it before they had to wait.
            var kept = found.flatMap(_ -> store.kept(reply)).filter(_ -> store.decide(reply, state));
            kept.filter(now -> state == ReplyState.SHOWN && now.state() != ReplyState.SHOWN)
                    .ifPresent(now -> passOnOnce(reply, now));
            return kept.isPresent();
        });
    }

    private void passOnOnce(URI reply, ReplyStore.Kept kept) {
        if (kept.mayPassOn() && !kept.isAnnounced() && !screen(kept.video()).hides(kept.author())) {
            announce(kept.team(), kept.activity());
            store.announced(reply, clock.instant());
        }
    }

    /** Takes part in the caller's transaction, which has locked the author. */
    String write(Received received, Draft.Answer answer, Said said) {
        if (store.wasDeleted(answer.id())) {
            return "it was deleted before it came";
        }
        boolean isKeptOut = isKeptOut(answer);
        if (isKeptOut && store.kept(answer.id()).isEmpty()) {
            return "its author is kept out";
        }
        var group = videos.group(answer.video());
        var state = startsAs(group, answer);
        if (!store.put(answer, group.team(), state, said, said.mayPassOn(received.trust()), clock.instant())) {
            return "a newer version is known";
        }
        var kept = store.kept(answer.id()).orElseThrow();
        if (kept.state() != ReplyState.SHOWN || isKeptOut) {
            return "kept, and not shown";
        }
        if (kept.mayPassOn() && !isTooSoon(kept) && pace.tryTake(answer.author())) {
            mail.announce(group, said.activity());
            store.announced(answer.id(), clock.instant());
        }
        return "shown";
    }

    /** Whom a single member keeps out is not seen below that member's broadcasts, and takes nobody's place. */
    private List<Reply> seen(IntFunction<List<Reply>> ofTheTeam) {
        var screens = new HashMap<UUID, Screen>();
        return IntStream.range(0, MOST_PAGES)
                .mapToObj(ofTheTeam)
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .filter(reply -> videos.isShown(reply.video()))
                .filter(reply ->
                        !screens.computeIfAbsent(reply.video(), this::screen).hides(reply.author()))
                .limit(MOST_SHOWN)
                .toList();
    }

    private Screen screen(UUID video) {
        return videos.find(video).flatMap(grounds::of).map(blocks::screen).orElse(Screen.NOBODY);
    }

    private boolean isKeptOut(Draft.Answer answer) {
        return grounds.of(answer.video())
                .filter(ground -> blocks.keepOut(answer.author(), ground))
                .isPresent();
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
}
