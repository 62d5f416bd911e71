// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.kernel.Actor;
import live.tributary.node.roster.Seat;
import live.tributary.node.travel.Chosen;
import live.tributary.node.travel.Guests;
import live.tributary.node.travel.Hosting;
import live.tributary.node.travel.Sending;
import live.tributary.node.travel.Sendings;
import live.tributary.web.page.DownstreamPage;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.Frame;

/** Fills the studio's page about hand-offs. */
final class DownstreamPages {

    private final Hosting hosting;
    private final Sendings sendings;

    DownstreamPages(Hosting hosting, Sendings sendings) {
        this.hosting = hosting;
        this.sendings = sendings;
    }

    DownstreamPage of(
            Frame frame, Seat seat, Actor actor, DownstreamPage.Policy policy, String target, FormErrors errors) {
        var team = seat.team().id();
        return new DownstreamPage(
                frame,
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                policy,
                hosting.friends(team).stream()
                        .map(friend -> new DownstreamPage.Friend(friend.toString(), friend.toString()))
                        .toList(),
                hosting.policy(team).shield(),
                sendings.offered(seat.channel().id())
                        .map(DownstreamPages::offer)
                        .orElse(DownstreamPage.Offer.NOTHING),
                hosting.guests(team).stream().map(DownstreamPages::guests).toList(),
                sendings.of(team).stream().map(DownstreamPages::sending).toList(),
                target,
                errors,
                hosting.mayDecide(actor, team));
    }

    private static DownstreamPage.Offer offer(HandoffKind kind) {
        return switch (kind) {
            case END -> DownstreamPage.Offer.END;
            case HOST -> DownstreamPage.Offer.HOST;
            case INTERMISSION -> DownstreamPage.Offer.INTERMISSION;
        };
    }

    private static DownstreamPage.Guests guests(Guests guests) {
        return new DownstreamPage.Guests(
                guests.actor().toString(),
                guests.name(),
                guests.page(),
                guests.arrived(),
                guests.at(),
                guests.undone());
    }

    private static DownstreamPage.Sending sending(Sending sending) {
        return new DownstreamPage.Sending(
                sending.name(), sending.page(), sending.sent(), sending.arrived(), sending.at());
    }

    static FieldError error(Chosen.Why why) {
        return switch (why) {
            case NOT_ON_AIR -> FieldError.TARGET_WE_ARE_OFF_AIR;
            case NOBODY -> FieldError.TARGET_NOBODY;
            case SILENT -> FieldError.TARGET_SILENT;
            case BLOCKED -> FieldError.TARGET_BLOCKED;
            case ITSELF -> FieldError.TARGET_ITSELF;
            case TOO_SOON -> FieldError.TARGET_TOO_SOON;
            case THEY_ARE_NOT_ON_AIR -> FieldError.TARGET_OFF_AIR;
        };
    }
}
