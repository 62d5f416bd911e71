// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import live.tributary.federation.vocab.ContentLabel;
import live.tributary.node.broadcast.Language;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.listing.ChosenDirectory;
import live.tributary.node.listing.Directories;
import live.tributary.node.listing.DirectoryWatch;
import live.tributary.node.listing.Listings;
import live.tributary.node.listing.OwnAccount;
import live.tributary.node.listing.OwnLine;
import live.tributary.node.listing.Vouching;
import live.tributary.node.listing.WantedSeat;
import live.tributary.node.roster.LiveSeat;
import live.tributary.node.roster.Roster;
import live.tributary.node.roster.Seat;
import live.tributary.web.page.DirectoryCard;
import live.tributary.web.page.Frame;
import live.tributary.web.page.ListedTeam;
import live.tributary.web.page.ListingForms;
import live.tributary.web.page.ListingPage;
import live.tributary.web.page.OpenSeat;
import live.tributary.web.page.Still;

/** What a team says for directories, as its page shows it. */
final class ListingPages {

    private final Listings listings;
    private final Directories directories;
    private final DirectoryWatch watch;
    private final Vouching vouching;
    private final Roster roster;
    private final Airs airs;
    private final Addresses addresses;
    private final InstantSource clock;

    ListingPages(
            Listings listings,
            Directories directories,
            DirectoryWatch watch,
            Vouching vouching,
            Roster roster,
            Airs airs,
            Addresses addresses,
            InstantSource clock) {
        this.listings = listings;
        this.directories = directories;
        this.watch = watch;
        this.vouching = vouching;
        this.roster = roster;
        this.airs = airs;
        this.addresses = addresses;
        this.clock = clock;
    }

    ListingPage of(Frame frame, Seat seat, Actor looking, ListingForms forms) {
        var team = seat.team().id();
        boolean mayDecide = listings.mayDecide(looking, team);
        return new ListingPage(
                frame,
                Badges.of(seat.team()),
                Badges.of(seat.member()),
                forms,
                listings.dates(team).stream()
                        .map(date -> new ListingPage.NextDate(date.id().toString(), date.at(), date.title()))
                        .toList(),
                listings.seats(team).stream().map(ListingPages::shown).toList(),
                directories.of(team).stream()
                        .map(directory -> shown(directory, mayDecide))
                        .toList(),
                preview(seat),
                ledger(team),
                vouching.of(team).stream()
                        .map(vouch -> new ListingPage.Vouch(vouch.actor().toString(), vouch.name(), vouch.since()))
                        .toList(),
                mayDecide);
    }

    private List<ListingPage.OwnLine> ledger(TeamId team) {
        return directories.of(team).stream()
                .flatMap(directory -> watch.account(team, directory.actor()).stream()
                        .flatMap(account -> account.lines().stream().map(line -> shown(directory, account, line))))
                .toList();
    }

    private static ListingPage.OwnLine shown(ChosenDirectory directory, OwnAccount account, OwnLine line) {
        return new ListingPage.OwnLine(
                directory.actor().getRawAuthority(),
                line.language().name(),
                line.liveHours(),
                line.sharePercent(),
                line.newcomer(),
                line.allowance(),
                switch (account.watch()) {
                    case FOUND -> ListingPage.Watch.FOUND;
                    case MISSING -> ListingPage.Watch.MISSING;
                    case NOT_YET -> ListingPage.Watch.NOT_YET;
                },
                account.readAt());
    }

    private static OpenSeat shown(WantedSeat seat) {
        return new OpenSeat(
                seat.id().toString(),
                seat.role(),
                seat.topics(),
                seat.languages().stream().map(Language::name).toList(),
                seat.hours(),
                seat.note(),
                seat.expires());
    }

    /** Whoever holds the address of a statement speaks for the team. */
    private static ListingPage.Listed shown(ChosenDirectory directory, boolean mayDecide) {
        return new ListingPage.Listed(
                directory.actor().toString(),
                directory.actor().getRawAuthority(),
                directory.page(),
                standing(directory),
                directory.since(),
                directory.said(),
                mayDecide ? directory.statement() : "");
    }

    private static ListingPage.Standing standing(ChosenDirectory directory) {
        return switch (directory.standing()) {
            case ASKED -> ListingPage.Standing.ASKED;
            case UNANSWERED -> ListingPage.Standing.UNREACHABLE;
            case LISTED -> ListingPage.Standing.LISTED;
            case REFUSED -> ListingPage.Standing.REFUSED;
            case REMOVED ->
                directory.statement().isEmpty() ? ListingPage.Standing.DROPPED : ListingPage.Standing.REMOVED;
        };
    }

    /** As if it were live now, where nobody is. */
    private DirectoryCard preview(Seat seat) {
        var team = seat.team();
        var page = addresses.page("/@" + team.handle());
        var pitch = listings.pitch(team.id());
        var live = roster.live(team);
        var first = live.stream().findFirst();
        return new DirectoryCard(
                new ListedTeam(
                        team.name().value(), addresses.host(), page, team.hue().degrees()),
                first.map(LiveSeat::title).orElse(seat.channel().title().value()),
                addresses.page(seat.path()),
                live.isEmpty()
                        ? List.of(seat.member().name().value())
                        : live.stream()
                                .map(one -> one.seat().member().name().value())
                                .toList(),
                first.map(LiveSeat::since).orElseGet(clock::instant),
                pitch.languages().stream().map(Language::name).toList(),
                pitch.tags(),
                pitch.labels().stream().map(ContentLabel::title).toList(),
                still(first));
    }

    private Still still(Optional<LiveSeat> live) {
        return live.map(one -> airs.shown(one.seat().channel()).still()).orElseGet(Still.None::new);
    }
}
