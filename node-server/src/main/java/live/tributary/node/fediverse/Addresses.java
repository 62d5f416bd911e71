// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import live.tributary.federation.http.Origins;
import live.tributary.federation.vocab.outgoing.ActorAddresses;
import live.tributary.federation.vocab.outgoing.NodeAddresses;
import live.tributary.node.gate.Transport;
import live.tributary.node.instance.Node;

/** The addresses of what this node has on the fediverse. None of them ever changes. Any thread. */
public final class Addresses {

    private static final String PERSON = "/ap/p/";
    private static final String GROUP = "/ap/g/";
    private static final String RING = "/ap/r/";
    private static final String VIDEO = "/ap/v/";
    private static final String NOTE = "/ap/n/";
    private static final String ACTIVITY = "/ap/a/";
    private static final String DATES = "/events";
    private static final String EVENT = "/ap/e/";
    private static final String HANDOFF = "/ap/ho/";

    private final URI origin;
    private final NodeAddresses node;

    Addresses(Node node) {
        this.origin = URI.create(Transport.origin(node.link("/")));
        this.node = new NodeAddresses(origin);
    }

    /** What stands behind the {@code @} of our actors: host, and port where it is not the usual one. */
    public String host() {
        return origin.getRawAuthority();
    }

    /** Scheme, host and port of everything on this node. */
    public String origin() {
        return origin.toString();
    }

    public URI of(LocalActor actor) {
        return switch (actor) {
            case LocalActor.Application _ -> node.node();
            case LocalActor.Group group -> node.group(group.id().value());
            case LocalActor.Ring ring -> ring(ring.id());
            case LocalActor.Steward steward -> node.person(steward.id().value());
            case LocalActor.Person person -> node.person(person.id().value());
        };
    }

    /** Of the node's own actor, also before there is one. */
    public URI node() {
        return node.node();
    }

    /** The actor of a ring. */
    public URI ring(ActorId id) {
        return node.ring(id.value());
    }

    /** Whether it is an address of this node. */
    public boolean isOurs(URI address) {
        return Origins.same(address, origin);
    }

    /** What belongs to an actor: inbox, collections, keys. */
    public ActorAddresses under(LocalActor actor) {
        return new ActorAddresses(of(actor));
    }

    /** Where activities for any of our actors are posted. */
    public URI sharedInbox() {
        return node.sharedInbox();
    }

    public URI video(UUID id) {
        return node.video(id);
    }

    /** Of the post beside a video. */
    public URI note(UUID video) {
        return page(NOTE + video);
    }

    /** Of a date that a team announces. */
    URI event(UUID id) {
        return page(EVENT + id);
    }

    /** Of the hand-offs of one broadcast, numbered from 1; what is offered in it is below it. */
    public URI handoff(UUID video, int number) {
        return page(HANDOFF + video + "/" + number);
    }

    public URI activity(UUID id) {
        return page(ACTIVITY + id);
    }

    /**
     * Something of this node that people or browsers look at.
     *
     * @param path begins with a slash
     */
    public URI page(String path) {
        return origin.resolve(path);
    }

    /** The id in the address of one of our actors; empty where it is no such address. */
    public Optional<ActorId> actor(URI address) {
        return address.equals(node.node())
                ? Optional.of(ActorId.NODE)
                : rest(address, GROUP)
                        .or(() -> rest(address, PERSON))
                        .or(() -> rest(address, RING))
                        .flatMap(ActorId::parse);
    }

    /**
     * The id in the address of one of our videos, or of the post beside one: who likes or answers the post means the
     * broadcast. Empty where it is no such address.
     */
    public Optional<UUID> video(URI address) {
        return rest(address, VIDEO).or(() -> rest(address, NOTE)).flatMap(RandomIds::parse);
    }

    /** Of the team whose dates stand at this address; empty where it is no such address. */
    Optional<ActorId> ofDates(URI address) {
        return rest(address, GROUP)
                .filter(rest -> rest.endsWith(DATES))
                .map(rest -> rest.substring(0, rest.length() - DATES.length()))
                .flatMap(ActorId::parse);
    }

    private Optional<String> rest(URI address, String path) {
        var start = page(path).toString();
        var text = address.toString();
        return text.startsWith(start) ? Optional.of(text.substring(start.length())) : Optional.empty();
    }
}
