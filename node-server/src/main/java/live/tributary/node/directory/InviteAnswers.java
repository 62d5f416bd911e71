// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import live.tributary.federation.vocab.outgoing.AcceptInvite;
import live.tributary.federation.vocab.outgoing.ActivityWriter;
import live.tributary.federation.vocab.outgoing.Outgoing;
import live.tributary.federation.vocab.outgoing.RejectInvite;
import live.tributary.federation.vocab.outgoing.RejectInviteByRule;
import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.fediverse.Outbox;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.Secret;

/** Tells teams that asked what came of it. Noted in the caller's transaction, sent after it, to their own inbox. */
final class InviteAnswers {

    /** Path of a statement of reasons, before its link. */
    private static final String STATEMENTS = "/directory/statements/";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Outbox outbox;
    private final Actors actors;
    private final Addresses addresses;

    InviteAnswers(Outbox outbox, Actors actors, Addresses addresses) {
        this.outbox = outbox;
        this.actors = actors;
        this.addresses = addresses;
    }

    /** @param invite as it was received */
    void accept(URI team, URI inbox, String invite) {
        send(inbox, id -> new AcceptInvite(addresses.activity(id), ours(), team, read(invite)));
    }

    /** @param invite as it was received
     *  @param link for the eyes of the team */
    void reject(URI team, URI inbox, String invite, String reason, Secret link) {
        var statement = URI.create(addresses.origin() + STATEMENTS + link.value());
        send(
                inbox,
                id -> new RejectInviteByRule(addresses.activity(id), ours(), team, read(invite), reason, statement));
    }

    /** @param invite as it was received */
    void reject(URI team, URI inbox, String invite, Consent.Why why) {
        send(inbox, id -> new RejectInvite(addresses.activity(id), ours(), team, read(invite), why.words()));
    }

    private void send(URI inbox, Function<UUID, Outgoing> answer) {
        var id = outbox.nextId();
        var document = MAPPER.writeValueAsBytes(ActivityWriter.write(answer.apply(id)));
        outbox.send(Actor.SYSTEM, actors.node().orElseThrow(), id, document, List.of(inbox));
    }

    private URI ours() {
        return addresses.of(actors.node().orElseThrow());
    }

    private static ObjectNode read(String invite) {
        return MAPPER.readValue(invite, ObjectNode.class);
    }
}
