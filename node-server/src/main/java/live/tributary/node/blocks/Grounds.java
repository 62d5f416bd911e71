// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

import java.util.Optional;

import live.tributary.node.fediverse.ActorId;
import live.tributary.node.fediverse.ActorLookup;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.AnnouncedVideo;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.team.Members;

/** Whose ground it is that something elsewhere is about. Safe for any thread that may block. */
public final class Grounds {

    private final Actors actors;
    private final Members members;

    Grounds(Actors actors, Members members) {
        this.actors = actors;
        this.members = members;
    }

    /** Empty for somebody who has left. A ring has no ground of its own: it is the node's. */
    public Optional<Ground> of(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application _, LocalActor.Ring _ -> Optional.of(new Ground.OfNode());
            case LocalActor.Group group -> Optional.of(new Ground.OfTeam(group.team()));
            case LocalActor.Steward steward -> Optional.of(new Ground.OfTeam(steward.team()));
            case LocalActor.Person person ->
                members.find(person.member()).map(member -> new Ground.OfMember(member.team(), member.id()));
        };
    }

    /** Of who made the broadcast; the team's, where that member has left. */
    public Optional<Ground> of(AnnouncedVideo video) {
        return of(video.author()).or(() -> of(video.group()));
    }

    private Optional<Ground> of(ActorId id) {
        return switch (actors.find(id)) {
            case ActorLookup.Known(var actor) -> of(actor);
            case ActorLookup.Gone(var actor, var _) -> of(actor);
            case ActorLookup.Unknown() -> Optional.empty();
        };
    }
}
