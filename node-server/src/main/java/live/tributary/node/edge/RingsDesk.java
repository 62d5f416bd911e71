// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.function.Function;

import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.rings.RingDeed;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.RingsPage;
import live.tributary.web.page.RingsPage.Forms;

/** Where a team deals with rings in its studio: who sits there, and what is answered to what they did. */
final class RingsDesk {

    static final String PATH = "/studio/rings";

    private final RingsPages pages;
    private final Studio studio;

    RingsDesk(RingsPages pages, Studio studio) {
        this.pages = pages;
        this.studio = studio;
    }

    /** Who sits at it, and for which team. */
    record Sitting(Visitor visitor, Seat seat) {

        TeamId team() {
            return seat.team().id();
        }
    }

    /** The form again, with what was wrong about it. */
    interface Again {
        Forms with(FieldError error);
    }

    Sitting at(Visitor visitor, String team) {
        return new Sitting(visitor, studio.seat(visitor, team));
    }

    Answer show(Sitting sitting) {
        return Answer.show(page(sitting, Forms.empty()));
    }

    /** What is about one ring, and has nothing that was typed. */
    Answer settle(Form form, Visitor visitor, String team, Function<TeamId, RingDeed> deed) {
        var sitting = at(visitor, team);
        return after(sitting, deed.apply(sitting.team()), error -> about(form, "ring", "", error));
    }

    Answer after(Sitting sitting, RingDeed deed, Again again) {
        return switch (deed) {
            case RingDeed.Done _ -> Answer.goTo(PATH);
            case RingDeed.Not(var why) -> again(sitting, again.with(error(why)));
        };
    }

    Answer again(Sitting sitting, Forms forms) {
        return Answer.again(page(sitting, forms));
    }

    private RingsPage page(Sitting sitting, Forms forms) {
        var frame = studio.frame(sitting.visitor(), PATH, sitting.seat());
        return pages.of(frame, sitting.seat(), sitting.visitor().actor(), forms);
    }

    static Forms about(Form form, String field, String typed, FieldError error) {
        return about(form, typed, FormErrors.on(field, error));
    }

    static Forms about(Form form, String typed, FormErrors errors) {
        return Forms.about(form.text("ring"), typed, errors);
    }

    private static FieldError error(RingDeed.Why why) {
        return switch (why) {
            case SLUG_TAKEN -> FieldError.RING_SLUG_TAKEN;
            case TOO_MANY_RINGS -> FieldError.RINGS_TOO_MANY;
            case FULL -> FieldError.RING_FULL;
            case TOO_MANY_WAIT -> FieldError.RING_WAITS_TOO_MANY;
            case NO_ADDRESS -> FieldError.RING_ADDRESS_INVALID;
            case NO_SERVER -> FieldError.SERVER_UNKNOWN;
            case SILENT -> FieldError.RING_SILENT;
            case BLOCKED -> FieldError.RING_BLOCKED;
            case NO_RING -> FieldError.RING_NONE;
            case NO_TEAM -> FieldError.RING_TEAM_NONE;
            case ALREADY -> FieldError.RING_ALREADY;
            case LAST_STEWARD -> FieldError.RING_LAST_STEWARD;
            case TOO_OFTEN -> FieldError.RINGS_TOO_OFTEN;
            case HOST_ANSWERS -> FieldError.RING_HOST_ANSWERS;
            case GONE -> FieldError.RING_GONE;
        };
    }
}
