// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.util.List;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.InviteDirectory;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.LocalActor;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.kernel.Actor;

/** How a team asks a directory. Noted in the caller's transaction, sent after it: by then the team's Group names the directory. */
final class Invitations {

    private final Outbox outbox;
    private final Addresses addresses;

    Invitations(Outbox outbox, Addresses addresses) {
        this.outbox = outbox;
        this.addresses = addresses;
    }

    /** Whether it is the directory of this node itself. */
    boolean isOurs(RemoteActor directory) {
        return directory.id().equals(addresses.node());
    }

    /** What it was sent as. */
    UUID send(LocalActor.Group team, RemoteActor directory) {
        var id = outbox.nextId();
        var invite = new InviteDirectory(addresses.activity(id), addresses.of(team), directory.id());
        var document = JsonMapper.shared().writeValueAsBytes(ActivityWriter.write(invite));
        outbox.send(Actor.SYSTEM, team, id, document, List.of(directory.inbox()));
        return id;
    }
}
