// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.gate.Problem;
import live.tributary.node.gate.Visitor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.Added;
import live.tributary.node.listing.Choice;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.Listings;
import live.tributary.node.roster.Roster;

/** What the visitor's team says for directories, and which it chose. */
@RestController
final class ListingApiController {

    private static final String LISTING = "/api/v1/studio/listing";

    private final Listings listings;
    private final Directories directories;
    private final Roster roster;
    private final InstantSource clock;

    ListingApiController(Listings listings, Directories directories, Roster roster, InstantSource clock) {
        this.listings = listings;
        this.directories = directories;
        this.roster = roster;
        this.clock = clock;
    }

    /** {@code NewDirectory} of the contract. */
    record NewDirectory(@Nullable String address) {}

    @GetMapping(LISTING)
    ListingAnswer listing(@RequestParam(defaultValue = "") String team, Visitor visitor) {
        return answer(team(visitor, team));
    }

    @PutMapping(LISTING)
    ListingAnswer describe(
            @RequestParam(defaultValue = "") String team, @RequestBody PitchChange change, Visitor visitor) {
        var id = team(visitor, team);
        listings.put(visitor.actor(), id, change.parse());
        return answer(id);
    }

    @PostMapping(LISTING + "/dates")
    @ResponseStatus(HttpStatus.CREATED)
    ListingAnswer announce(@RequestParam(defaultValue = "") String team, @RequestBody NewDate date, Visitor visitor) {
        var id = team(visitor, team);
        var at = date.parseBegins(clock.instant());
        return after(listings.addDate(visitor.actor(), id, at, date.parseTitle()), id);
    }

    @DeleteMapping(LISTING + "/dates/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropDate(@RequestParam(defaultValue = "") String team, @PathVariable String date, Visitor visitor) {
        var id = team(visitor, team);
        drop(date, one -> listings.removeDate(visitor.actor(), id, one));
    }

    @PostMapping(LISTING + "/seats")
    @ResponseStatus(HttpStatus.CREATED)
    ListingAnswer lookFor(@RequestParam(defaultValue = "") String team, @RequestBody NewSeat seat, Visitor visitor) {
        var id = team(visitor, team);
        return after(listings.addSeat(visitor.actor(), id, seat.parse(clock.instant())), id);
    }

    @DeleteMapping(LISTING + "/seats/{seat}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dropSeat(@RequestParam(defaultValue = "") String team, @PathVariable String seat, Visitor visitor) {
        var id = team(visitor, team);
        drop(seat, one -> listings.removeSeat(visitor.actor(), id, one));
    }

    @PostMapping(LISTING + "/directories")
    @ResponseStatus(HttpStatus.CREATED)
    ListingAnswer choose(
            @RequestParam(defaultValue = "") String team, @RequestBody NewDirectory directory, Visitor visitor) {
        var id = team(visitor, team);
        var address = directory.address() == null ? "" : directory.address();
        return switch (directories.choose(visitor.actor(), id, address)) {
            case Choice.Done _ -> answer(id);
            case Choice.Not(var why) -> throw Problem.of(Problem.Kind.INVALID).saying(sentence(why));
        };
    }

    /** @param directory its id, as the list has it */
    @DeleteMapping(LISTING + "/directories")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@RequestParam(defaultValue = "") String team, @RequestParam String directory, Visitor visitor) {
        var id = team(visitor, team);
        var left = WebAddress.parse(directory).filter(actor -> directories.leave(visitor.actor(), id, actor));
        requireFound(left);
    }

    private ListingAnswer answer(TeamId team) {
        return ListingAnswer.of(listings.pitch(team), listings.dates(team), listings.seats(team), directories.of(team));
    }

    private ListingAnswer after(Added added, TeamId team) {
        return switch (added) {
            case DONE -> answer(team);
            case TOO_MANY ->
                throw Problem.of(Problem.Kind.CONFLICT)
                        .saying("There are as many as a listing may have. Remove one first.");
        };
    }

    private static void drop(String id, Predicate<UUID> remove) {
        requireFound(parse(id).filter(remove));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static void requireFound(Optional<?> done) {
        if (done.isEmpty()) {
            throw Problem.of(Problem.Kind.NOT_FOUND);
        }
    }

    private static String sentence(Choice.Why why) {
        return switch (why) {
            case NO_ADDRESS -> "An address is the name of a server, or something on it.";
            case NO_SERVER -> "There is no server of this name. Check the spelling.";
            case NO_DIRECTORY -> "There is no directory on that server.";
            case SILENT -> "That server does not answer at the moment. Try again later.";
            case BLOCKED -> "The owner of this node has blocked that server.";
            case OURS -> "This node keeps no directory.";
            case TOO_MANY -> "A team is in at most %d directories. Leave one first.".formatted(Directories.MOST);
            case TOO_OFTEN -> "The team has asked directories too often within the last hour. Try again later.";
            case NOT_TO_BE_LISTED -> "The team says that nobody may list it. Say who may first.";
            case TOO_LITTLE_SAID -> "A team that is to be listed names one to three languages.";
        };
    }

    /** The team of that handle, or the first one joined if none is named. */
    private TeamId team(Visitor visitor, String handle) {
        SignedIn.require(visitor);
        return roster.own(visitor.actor(), handle)
                .map(seat -> seat.team())
                .filter(team -> handle.isEmpty() || team.handle().value().equals(handle))
                .map(team -> team.id())
                .orElseThrow(() -> Problem.of(Problem.Kind.FORBIDDEN).because("no seat in any team"));
    }
}
