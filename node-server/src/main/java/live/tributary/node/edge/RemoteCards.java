// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import live.tributary.node.following.LiveElsewhere;
import live.tributary.node.following.RemoteStream;
import live.tributary.node.following.Wisher;
import live.tributary.node.kernel.Actor;
import live.tributary.node.team.Team;
import live.tributary.web.page.RemoteLiveCard;

/** Who is live elsewhere, as cards of our pages. */
final class RemoteCards implements FollowedLive {

    private final LiveElsewhere live;

    RemoteCards(LiveElsewhere live) {
        this.live = live;
    }

    @Override
    public List<RemoteLiveCard> all() {
        return cards(live.all());
    }

    @Override
    public List<RemoteLiveCard> of(Team team) {
        return of(Actor.ANONYMOUS, new Wisher.OfTeam(team.id()));
    }

    List<RemoteLiveCard> of(Actor actor, Wisher wisher) {
        return cards(live.of(actor, wisher));
    }

    private static List<RemoteLiveCard> cards(List<RemoteStream> streams) {
        return streams.stream().map(RemoteCards::card).toList();
    }

    private static RemoteLiveCard card(RemoteStream stream) {
        return new RemoteLiveCard(
                stream.title(),
                RemoteFaces.shown(stream.team()),
                stream.team().host(),
                stream.page(),
                stream.since(),
                stream.fresh());
    }
}
