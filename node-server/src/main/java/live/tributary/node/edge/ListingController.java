// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.listing.Added;
import live.tributary.node.listing.Choice;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.Listings;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.FieldError;
import live.tributary.web.page.FormErrors;
import live.tributary.web.page.Frame;
import live.tributary.web.page.ListingForms;

/** What a team says for directories, and which it chose. */
@Controller
final class ListingController {

    static final String PATH = "/studio/listing";

    private final Listings listings;
    private final Directories directories;
    private final ListingPages pages;
    private final Studio studio;
    private final InstantSource clock;

    ListingController(
            Listings listings, Directories directories, ListingPages pages, Studio studio, InstantSource clock) {
        this.listings = listings;
        this.directories = directories;
        this.pages = pages;
        this.studio = studio;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Answer show(Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return Answer.show(pages.of(frame(visitor, seat), seat, visitor.actor(), forms(seat)));
    }

    @PostMapping(PATH)
    Answer describe(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return switch (PitchFields.read(form)) {
            case PitchFields.Good(var pitch) -> {
                listings.put(visitor.actor(), seat.team().id(), pitch);
                yield Answer.goTo(PATH);
            }
            case PitchFields.Bad(var about, var errors) ->
                again(
                        visitor,
                        seat,
                        new ListingForms(about, ListingForms.Date.empty(), SeatFields.empty(), "", "", errors));
        };
    }

    @PostMapping(PATH + "/dates")
    Answer announce(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return switch (DateFields.read(form, clock.instant())) {
            case DateFields.Good(var at, var title) ->
                after(
                        listings.addDate(visitor.actor(), seat.team().id(), at, title),
                        () -> again(
                                visitor, seat, dates(form, seat, FormErrors.on("begins", FieldError.DATES_TOO_MANY))));
            case DateFields.Bad(var errors) -> again(visitor, seat, dates(form, seat, errors));
        };
    }

    @PostMapping(PATH + "/dates/drop")
    Answer dropDate(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return drop(
                form.text("date"),
                id -> listings.removeDate(visitor.actor(), seat.team().id(), id));
    }

    @PostMapping(PATH + "/seats")
    Answer lookFor(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return switch (SeatFields.read(form, clock.instant())) {
            case SeatFields.Good(var wanted) ->
                after(
                        listings.addSeat(visitor.actor(), seat.team().id(), wanted),
                        () -> again(
                                visitor, seat, seats(form, seat, FormErrors.on("role", FieldError.SEATS_TOO_MANY))));
            case SeatFields.Bad(var errors) -> again(visitor, seat, seats(form, seat, errors));
        };
    }

    @PostMapping(PATH + "/seats/drop")
    Answer dropSeat(
            Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        return drop(
                form.text("seat"),
                id -> listings.removeSeat(visitor.actor(), seat.team().id(), id));
    }

    @PostMapping(PATH + "/directories")
    Answer choose(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        var typed = form.text("directory").strip();
        return switch (directories.choose(visitor.actor(), seat.team().id(), typed)) {
            case Choice.Done _ -> Answer.goTo(PATH);
            case Choice.Not(var why) -> again(visitor, seat, choosing(seat, typed, why));
        };
    }

    @PostMapping(PATH + "/directories/drop")
    Answer leave(Form form, Visitor visitor, @CookieValue(name = Studio.TEAM_COOKIE, defaultValue = "") String team) {
        var seat = studio.seat(visitor, team);
        if (!directories.leave(visitor.actor(), seat.team().id(), form.address("directory"))) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    private ListingForms forms(Seat seat) {
        return new ListingForms(about(seat), ListingForms.Date.empty(), SeatFields.empty(), "", "", FormErrors.none());
    }

    private ListingForms dates(Form form, Seat seat, FormErrors errors) {
        return new ListingForms(about(seat), DateFields.typed(form), SeatFields.empty(), "", "", errors);
    }

    private ListingForms seats(Form form, Seat seat, FormErrors errors) {
        return new ListingForms(about(seat), ListingForms.Date.empty(), SeatFields.typed(form), "", "", errors);
    }

    private ListingForms choosing(Seat seat, String typed, Choice.Why why) {
        var errors = why == Choice.Why.TOO_LITTLE_SAID
                ? FormErrors.on("languages", FieldError.LANGUAGES_INVALID)
                : FormErrors.on("directory", error(why));
        return new ListingForms(about(seat), ListingForms.Date.empty(), SeatFields.empty(), typed, "", errors);
    }

    private static FieldError error(Choice.Why why) {
        return switch (why) {
            case NO_ADDRESS -> FieldError.DIRECTORY_INVALID;
            case NO_SERVER -> FieldError.SERVER_UNKNOWN;
            case NO_DIRECTORY -> FieldError.DIRECTORY_NONE;
            case OURS -> FieldError.DIRECTORY_OURS;
            case SILENT -> FieldError.DIRECTORY_SILENT;
            case BLOCKED -> FieldError.DIRECTORY_BLOCKED;
            case TOO_MANY -> FieldError.DIRECTORIES_TOO_MANY;
            case TOO_OFTEN -> FieldError.DIRECTORIES_TOO_OFTEN;
            case TOO_LITTLE_SAID -> FieldError.LANGUAGES_INVALID;
            case NOT_TO_BE_LISTED -> FieldError.DIRECTORIES_NOT_WANTED;
        };
    }

    private ListingForms.About about(Seat seat) {
        return PitchFields.filled(listings.pitch(seat.team().id()));
    }

    private static Answer after(Added added, Supplier<Answer> again) {
        return switch (added) {
            case DONE -> Answer.goTo(PATH);
            case TOO_MANY -> again.get();
        };
    }

    private static Answer drop(String id, Predicate<UUID> remove) {
        if (parse(id).filter(remove).isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
        return Answer.goTo(PATH);
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Answer again(Visitor visitor, Seat seat, ListingForms forms) {
        return Answer.again(pages.of(frame(visitor, seat), seat, visitor.actor(), forms));
    }

    private Frame frame(Visitor visitor, Seat seat) {
        return studio.frame(visitor, PATH, seat);
    }
}
