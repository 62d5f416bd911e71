// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.AddVouch;
import live.tributary.federation.vocab.outgoing.Outgoing;
import live.tributary.federation.vocab.outgoing.RemoveVouch;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.TeamId;

/** Tells whoever is concerned that a team vouches, or no more. Noted in the caller's transaction, sent after it. */
final class VouchLetters {

    private final RequestStore requests;
    private final Outbox outbox;
    private final Actors actors;
    private final Addresses addresses;

    VouchLetters(RequestStore requests, Outbox outbox, Actors actors, Addresses addresses) {
        this.requests = requests;
        this.outbox = outbox;
        this.actors = actors;
        this.addresses = addresses;
    }

    void given(TeamId team, URI vouched, URI inbox) {
        actors.group(team)
                .ifPresent(group -> send(
                        group,
                        inbox,
                        (id, directories) ->
                                new AddVouch(addresses.activity(id), addresses.of(group), vouched, directories)));
    }

    void takenBack(TeamId team, URI vouched, URI inbox) {
        actors.group(team)
                .ifPresent(group -> send(
                        group,
                        inbox,
                        (id, directories) ->
                                new RemoveVouch(addresses.activity(id), addresses.of(group), vouched, directories)));
    }

    private void send(LocalActor.Group team, URI inbox, BiFunction<UUID, List<URI>, Outgoing> letter) {
        var listedBy = requests.of(team.team()).stream()
                .filter(request -> request.reply() == Request.Reply.LISTED)
                .toList();
        var inboxes = new ArrayList<URI>();
        inboxes.add(inbox);
        listedBy.forEach(request -> inboxes.add(request.inbox()));
        var id = outbox.nextId();
        var said = letter.apply(id, listedBy.stream().map(Request::actor).toList());
        outbox.sendProven(
                Actor.SYSTEM,
                team,
                id,
                ActivityWriter.write(said),
                inboxes.stream().distinct().toList());
    }
}
