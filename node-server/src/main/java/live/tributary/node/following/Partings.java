// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.util.Set;

import org.springframework.context.event.EventListener;

import live.tributary.node.blocks.Ground;
import live.tributary.node.blocks.Screen;
import live.tributary.node.blocks.Stranger;
import live.tributary.node.blocks.StrangerBlocked;
import live.tributary.node.domains.DomainSuspended;
import live.tributary.node.inbox.ActorLeft;
import live.tributary.node.inbox.ObjectDeleted;
import live.tributary.node.team.MemberRemoved;

/** Forgets what is gone: broadcasts, actors, whole hosts, members who followed. In the transaction in which it goes. */
final class Partings {

    private final FolloweeStore followees;
    private final WishStore wishes;
    private final StreamStore streams;
    private final HintStore hints;
    private final Followings followings;

    Partings(FolloweeStore followees, WishStore wishes, StreamStore streams, HintStore hints, Followings followings) {
        this.followees = followees;
        this.wishes = wishes;
        this.streams = streams;
        this.hints = hints;
        this.followings = followings;
    }

    @EventListener
    void on(ObjectDeleted deleted) {
        // Whoever looks at it just now has its hints: this order waits for what they write.
        hints.remove(deleted.object());
        streams.remove(deleted.object());
    }

    @EventListener
    void on(ActorLeft left) {
        followees.gone(left.actor());
        streams.removeOf(left.actor());
    }

    @EventListener
    void on(MemberRemoved removed) {
        var wisher = new Wisher.OfMember(removed.member());
        wishes.of(wisher).forEach(followed -> followings.unwish(wisher, followed.actor()));
    }

    /** Whom a team, a member or the node keeps out, it follows no more. */
    @EventListener
    void on(StrangerBlocked blocked) {
        var screen = screen(blocked.stranger());
        var wisher = wisher(blocked.ground());
        wishes.of(wisher).stream()
                .filter(followed -> screen.hides(followed.actor()))
                .forEach(followed -> followings.unwish(wisher, followed.actor()));
    }

    private static Screen screen(Stranger stranger) {
        return switch (stranger) {
            case Stranger.Somebody somebody -> new Screen(Set.of(somebody.text()), Set.of());
            case Stranger.Server server -> new Screen(Set.of(), Set.of(server.text()));
        };
    }

    private static Wisher wisher(Ground ground) {
        return switch (ground) {
            case Ground.OfNode() -> new Wisher.OfNode();
            case Ground.OfTeam(var team) -> new Wisher.OfTeam(team);
            case Ground.OfMember(var _, var member) -> new Wisher.OfMember(member);
        };
    }

    /** Nobody there is told: nothing goes there any more. */
    @EventListener
    void on(DomainSuspended suspended) {
        followees.hosts().stream()
                .filter(host -> suspended.covers(withoutPort(host)))
                .forEach(followees::removeHost);
        streams.hosts().stream()
                .filter(host -> suspended.covers(withoutPort(host)))
                .forEach(streams::removeHost);
        streams.forgetUnmentioned();
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]+$", "");
    }
}
