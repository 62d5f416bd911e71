// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.NotAllowedException;
import live.tributary.node.team.Member;
import live.tributary.node.team.Members;

/** Whom teams, members and the node keep out of what is their own. Safe for any thread that may block. */
public final class Blocks {

    /** How many a team, a member, or the node keeps out. */
    static final int MOST = 1_000;

    private final BlockStore store;
    private final Members members;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Blocks(
            BlockStore store,
            Members members,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.members = members;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Whether somebody is kept out of a ground; for what comes in, each time. */
    public boolean keepOut(URI somebody, Ground ground) {
        return store.holds(ground, somebody);
    }

    /** Who is kept out of a ground. */
    public Screen screen(Ground ground) {
        return Screen.of(store.reaching(ground));
    }

    /** Whom a team keeps out, or a member, or the node: each what is theirs to lift, the latest first.
     *  @param actor an owner of the team, the member, or the owner of the node */
    public List<Block> of(Actor actor, Ground ground) {
        require(actor, ground, "read who is kept out");
        return store.of(ground);
    }

    /** Keeps somebody out from now on; who is out already stays out.
     *  @param actor an owner of the team, the member, or the owner of the node */
    public Blocking put(Actor actor, Ground ground, Stranger stranger) {
        require(actor, ground, "keep somebody out");
        return transactions.execute(_ -> {
            store.lock(ground);
            if (store.count(ground) >= MOST) {
                return Blocking.TOO_MANY;
            }
            var now = clock.instant();
            store.add(new Block(ground, stranger, now));
            events.publishEvent(new StrangerBlocked(ground, stranger, now));
            return Blocking.DONE;
        });
    }

    /** Lets somebody in again, who then may ask to follow; false where they were not kept out.
     *  @param actor an owner of the team, the member, or the owner of the node */
    public boolean lift(Actor actor, Ground ground, Stranger stranger) {
        require(actor, ground, "let somebody in again");
        return store.remove(ground, stranger);
    }

    private void require(Actor actor, Ground ground, String deed) {
        var allowed = switch (ground) {
            case Ground.OfNode() -> ownsNode(actor);
            case Ground.OfTeam(var team) -> members.mayManage(actor, team);
            case Ground.OfMember(var team, var member) ->
                members.find(member).map(Member::team).filter(team::equals).isPresent()
                        && members.mayActFor(actor, member);
        };
        if (!allowed) {
            throw new NotAllowedException(actor, deed);
        }
    }

    private static boolean ownsNode(Actor actor) {
        return switch (actor) {
            case Actor.NodeItself _ -> true;
            case Actor.SignedIn(var _, var nodeOwner) -> nodeOwner;
            case Actor.Anonymous _ -> false;
        };
    }
}
