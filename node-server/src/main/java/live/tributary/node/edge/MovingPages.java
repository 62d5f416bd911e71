// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;

import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.KeyRenewals;
import live.tributary.node.fediverse.KeyReport;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.moving.FormerAddress;
import live.tributary.node.moving.Moves;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.Frame;
import live.tributary.web.page.MovingPage;
import live.tributary.web.page.Residence;
import live.tributary.web.page.SigningKeys;

/** Where our actors live, and their keys, as pages show them. */
final class MovingPages {

    private final Moves moves;
    private final KeyRenewals keys;
    private final Addresses addresses;

    MovingPages(Moves moves, KeyRenewals keys, Addresses addresses) {
        this.moves = moves;
        this.keys = keys;
        this.addresses = addresses;
    }

    MovingPage of(
            Frame frame, Seat seat, MovingPage.Who who, LocalActor local, boolean mayManage, MovingPage.Typed typed) {
        return new MovingPage(
                frame,
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                who,
                mayManage,
                "@%s@%s".formatted(local.name(), addresses.host()),
                former(local.id()),
                residence(moves, local.id()),
                shown(keys.report(seat.team().id())),
                typed);
    }

    static Residence residence(Moves moves, ActorId actor) {
        return moves.departure(actor)
                .<Residence>map(departure -> new Residence.Moved(departure.handle(), departure.page()))
                .orElseGet(Residence.Here::new);
    }

    static SigningKeys shown(KeyReport report) {
        return switch (report) {
            case KeyReport.None() -> new SigningKeys.None();
            case KeyReport.Made(var actors, var asked, var telling, var oldest) ->
                new SigningKeys.Made(actors, asked, telling, oldest);
        };
    }

    private List<MovingPage.Former> former(ActorId actor) {
        return moves.formerAddresses(actor).stream().map(MovingPages::shown).toList();
    }

    private static MovingPage.Former shown(FormerAddress former) {
        return new MovingPage.Former(
                former.address().toString(), former.handle(), former.movedHere(), former.lookedAt());
    }
}
