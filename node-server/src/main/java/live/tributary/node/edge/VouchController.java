// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.Vouching;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.ListingForms;

/** For which teams elsewhere a team vouches, on its page about directories. */
@Controller
final class VouchController {

    private static final String PATH = ListingController.PATH + "/vouches";

    private final Listings listings;
    private final Vouching vouching;
    private final ListingPages pages;
    private final Studio studio;

    VouchController(Listings listings, Vouching vouching, ListingPages pages, Studio studio) {
        this.listings = listings;
        this.vouching = vouching;
        this.pages = pages;
        this.studio = studio;
    }

    @PostMapping(PATH)
    Answer vouch(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var typed = form.text("vouch").strip();
        return switch (vouching.vouch(visitor.actor(), seat.team().id(), typed)) {
            case DONE -> Answer.goTo(ListingController.PATH);
            case NO_TEAM -> again(visitor, seat, typed, FieldError.VOUCH_INVALID);
            case OURS -> again(visitor, seat, typed, FieldError.VOUCH_ITSELF);
            case SILENT -> again(visitor, seat, typed, FieldError.DIRECTORY_SILENT);
            case BLOCKED -> again(visitor, seat, typed, FieldError.DIRECTORY_BLOCKED);
            case TOO_MANY -> again(visitor, seat, typed, FieldError.VOUCHES_TOO_MANY);
            case THIS_MONTH -> again(visitor, seat, typed, FieldError.VOUCHES_THIS_MONTH);
            case TOO_OFTEN -> again(visitor, seat, typed, FieldError.DIRECTORIES_TOO_OFTEN);
        };
    }

    @PostMapping(PATH + "/drop")
    Answer revoke(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        if (!vouching.revoke(visitor.actor(), seat.team().id(), form.address("team"))) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(ListingController.PATH);
    }

    private Answer again(Visitor visitor, Seat seat, String typed, FieldError error) {
        var about = PitchFields.filled(listings.pitch(seat.team().id()));
        var errors = FormErrors.on("vouch", error);
        var forms = new ListingForms(about, ListingForms.Date.empty(), SeatFields.empty(), "", typed, errors);
        return Answer.again(
                pages.of(studio.frame(visitor, ListingController.PATH, seat), seat, visitor.actor(), forms));
    }
}
