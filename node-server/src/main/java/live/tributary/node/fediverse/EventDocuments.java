// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.outgoing.CollectionWriter;
import live.tributary.federation.vocab.outgoing.Event;
import live.tributary.federation.vocab.outgoing.EventWriter;
import live.tributary.node.kernel.TeamId;
import live.tributary.node.team.Team;
import live.tributary.node.team.Teams;

/** The dates of our teams, and for whom they vouch, as others see them. Safe for any thread that may block. */
final class EventDocuments {

    private final TeamListings listings;
    private final Teams teams;
    private final Actors actors;
    private final Addresses addresses;

    EventDocuments(TeamListings listings, Teams teams, Actors actors, Addresses addresses) {
        this.listings = listings;
        this.teams = teams;
        this.actors = actors;
        this.addresses = addresses;
    }

    /** All that are to come of a team. */
    ObjectNode of(LocalActor.Group group) {
        var events = listings.dates(group.team()).stream()
                .flatMap(date -> event(date).stream())
                .toList();
        return EventWriter.collection(addresses.under(group).events(), events);
    }

    /** For whom a team vouches. */
    ObjectNode vouches(LocalActor.Group group) {
        return CollectionWriter.complete(addresses.under(group).vouches(), listings.vouches(group.team()));
    }

    /** One of them; empty where it is over, or was taken back. */
    Optional<ObjectNode> of(UUID id) {
        return listings.date(id).flatMap(this::event).map(EventWriter::write);
    }

    /** Path of the page where people see what the date is about. */
    Optional<String> page(UUID id) {
        return listings.date(id).flatMap(date -> team(date.team())).map(ActorDocuments::page);
    }

    private Optional<Event> event(TeamDate date) {
        return team(date.team())
                .flatMap(team -> actors.group(team.id())
                        .map(group -> new Event(
                                addresses.event(date.id()),
                                addresses.of(group),
                                date.title().isEmpty() ? team.name().value() : date.title(),
                                date.at(),
                                addresses.page(ActorDocuments.page(team)),
                                date.announcedAt())));
    }

    private Optional<Team> team(TeamId id) {
        return teams.find(id);
    }
}
